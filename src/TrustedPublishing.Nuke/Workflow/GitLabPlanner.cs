using System.Text.RegularExpressions;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Turns settings and facts into the content of the pipeline, or reports all problems at once.</summary>
internal static partial class GitLabPlanner
{
    /// <summary>The name of the distributions if there is only one build job.</summary>
    private const string Alone = "distributions";

    public static GitLabPlan Plan(TrustedPublishingGitLabAttribute settings, RepositoryFacts facts)
    {
        CommonDiagnostics.ThrowIfAny(GitLabDiagnostics.Check(settings, facts), $"The pipeline '{settings.File}' cannot be generated from [TrustedPublishingGitLab]:");
        return Decide(settings, facts);
    }

    /// <summary>The variable in which the publishing job looks for the identity token, as all PyPI clients do.</summary>
    public static string VariableFor(string audience) => $"{NotInNames().Replace(audience, "_").ToUpperInvariant()}_ID_TOKEN";

    /// <summary>The audience that the index requires; null if it is neither known nor given.</summary>
    public static string? Audience(TrustedPublishingGitLabAttribute settings, PackageIndex index) =>
        settings.Audience ?? AudiencePolicy.Fixed(index.UploadUrl);

    private static GitLabPlan Decide(TrustedPublishingGitLabAttribute settings, RepositoryFacts facts)
    {
        var index = PackageIndex.Parse(settings.Index);
        return new()
        {
            JobPrefix = settings.File == settings.PipelineFile ? "" : $"{Path.ChangeExtension(settings.File, null)}:",
            Repository = facts.Repository!,
            Tags = settings.OnPushTags,
            NewPipeline = settings.OnNewPipeline,
            Destination = new("publish", settings.Index, Audience(settings, index)!, settings.Environment, facts.PageOn(index)),
            Trial = settings is IGenerateWorkflow { OffersTestPyPI: true } ? new("publish-testpypi", "testpypi", "testpypi", "testpypi", facts.PageOn(PackageIndex.TestPyPI)) : null,
            TrialComesFirst = settings.Indexes.Length > 0 && settings is IGenerateWorkflow { OffersTestPyPI: true },
            Attestations = settings.Attestations,
            Image = settings.Image,
            PublishImage = settings.PublishImage ?? settings.Image,
            RunnerTags = settings.RunnerTags,
            Legs = BuildLegs.CreateAll(settings, facts, _ => null, Alone) is { Count: > 0 } legs ? legs : [new(Alone, null, null, [])],
            TimeoutMinutes = settings.TimeoutMinutes,
            Sources = SourceOptions.FromSettings(settings),
            Variables = [.. settings.Variables.Select(BuildVariable.OfVariable).OfType<BuildVariable>()],
            StepsBeforePack = settings.StepsBeforePack,
            PackArguments = [.. facts.BuildTargets, .. settings.ProjectArguments, .. settings.BuildArguments],
            MergeRequest = settings.OnPullRequest,
            RehearseArguments = ["Rehearse", .. settings.ProjectArguments, .. settings.BuildArguments],
            PublishArguments = [.. settings.ProjectArguments, .. settings.AudienceArguments],
            Facts = facts,
        };
    }

    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex NotInNames();
}

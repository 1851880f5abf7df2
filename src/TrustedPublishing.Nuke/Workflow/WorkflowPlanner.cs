using System.Text.RegularExpressions;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Turns settings and facts into the content of the workflow, or reports all problems at once.</summary>
internal static partial class WorkflowPlanner
{
    public static WorkflowPlan Plan(TrustedPublishingWorkflowAttribute settings, RepositoryFacts facts)
    {
        CommonDiagnostics.ThrowIfAny(WorkflowDiagnostics.Check(settings, facts), $"The workflow '{settings.Name}' cannot be generated from [TrustedPublishingWorkflow]:");
        return Decide(settings, facts);
    }

    /// <summary>Parses <c>owner/name@COMMIT # VERSION</c>.</summary>
    public static PinnedAction? Pin(string text) =>
        PinPattern().Match(text) is { Success: true } match ? new(match.Groups["repository"].Value, match.Groups["version"].Value, match.Groups["commit"].Value) : null;

    private static WorkflowPlan Decide(TrustedPublishingWorkflowAttribute settings, RepositoryFacts facts) => new()
    {
        Name = settings.Name,
        Repository = facts.Repository,
        Triggers = new() { Tags = settings.OnPushTags, ReleasePublished = settings.OnReleasePublished, Dispatch = settings.OnWorkflowDispatch, PullRequest = settings.OnPullRequest, Index = settings.Index, IsSequenceOffered = settings.Indexes.Length > 0 },
        Environment = settings.Environment,
        EnvironmentUrl = facts.PageOn(PackageIndex.Parse(settings.Index)),
        Legs = GitHubRunners.Legs(settings, facts),
        PublishImage = settings.PublishImage,
        TimeoutMinutes = settings.TimeoutMinutes,
        DotNetVersion = settings.DotNetVersion,
        PythonVersion = settings.PythonVersion,
        Sources = SourceOptions.FromSettings(settings),
        Variables = [.. settings.Variables.Select(BuildVariable.OfVariable).Concat(settings.Secrets.Select(BuildVariable.OfSecret)).OfType<BuildVariable>()],
        StepsBeforePack = settings.StepsBeforePack,
        PackArguments = [.. facts.BuildTargets, .. settings.ProjectArguments, .. settings.BuildArguments],
        RehearseArguments = ["Rehearse", .. settings.ProjectArguments, .. settings.BuildArguments],
        PublishArguments = [.. settings.ProjectArguments, .. settings.AudienceArguments],
        Index = settings.Index,
        Attestations = settings.Attestations,
        GitHubRelease = settings.GitHubRelease,
        Facts = facts,
        Pins = settings.Pins.Select(Pin).OfType<PinnedAction>().Concat(facts.NewerPins).DistinctBy(pin => pin.Repository, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pin => pin.Repository, StringComparer.OrdinalIgnoreCase),
    };

    [GeneratedRegex(@"\A(?<repository>[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+)@(?<commit>[0-9a-f]{40}) # (?<version>v?[0-9][0-9A-Za-z.+-]*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex PinPattern();
}

using System.Text.RegularExpressions;
using TrustedPublishing.Nuke.Composition;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.GitHub;
using TrustedPublishing.Nuke.Parameters;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Settings that are invalid on every CI system, with what to change.</summary>
internal static partial class CommonDiagnostics
{
    /// <exception cref="Failure">There are problems; the message lists all of them after the heading.</exception>
    public static void ThrowIfAny(IEnumerable<string> complaints, string heading)
    {
        string[] all = [.. complaints];
        if (all.Length > 0)
        {
            throw Failure.Create(heading, all).In(ManualSection.WorkflowNotGenerated);
        }
    }

    public static IEnumerable<string> Check(GeneratedReleaseAttribute settings, RepositoryFacts facts) =>
    [
        .. OfBuild(settings, facts),
        .. TagPatterns.Check(settings.OnPushTags),
        .. When(string.IsNullOrWhiteSpace(settings.Environment), "Environment is empty: name the deployment environment that protects the release, for example Environment = \"pypi\", and register the same name at PyPI."),
        .. OfIndex(settings),
        .. OfIndexes(settings),
        .. When(settings.StepsBeforePack.Any(string.IsNullOrWhiteSpace), "StepsBeforePack contains an empty step: remove it."),
        .. When(settings.FetchDepth < 0, $"FetchDepth = {settings.FetchDepth}: use the number of commits, or 0 for all of them."),
        .. When(facts.VersionTool is { FailsOnOneCommit: true }, facts.VersionTool?.Lacks(SourceOptions.FromSettings(settings))),
        .. BuildLegs.Complaints(settings, facts),
        .. settings.Variables.SelectMany(text => OfVariable("Variables", text, BuildVariable.OfVariable(text), "NAME=value")),
    ];

    public static IEnumerable<string> When(bool applies, string? complaint) => applies && complaint is not null ? [complaint] : [];

    /// <summary>An entry of <c>Variables</c> or <c>Secrets</c>.</summary>
    public static IEnumerable<string> OfVariable(string option, string text, BuildVariable? variable, string form) =>
    [
        .. When(variable is null, $"'{text}' in {option} is not of the form {form}, with letters, digits and '_' in the name."),
        .. When(variable?.Problem is not null, $"'{text}' in {option}: {variable?.Problem}."),
    ];

    private static IEnumerable<string> OfBuild(GeneratedReleaseAttribute settings, RepositoryFacts facts) =>
    [
        .. When(facts.DistributionsDirectory is null, "The build class does not implement IPublishDistributions, so there is nothing to publish."),
        .. When(settings.Project is not null && !ProjectFolder().IsMatch(settings.Project), $"Project = \"{settings.Project}\" is not a folder below the build's root: write it as \"python/greeter\", with letters, digits, '.', '_' and '-'."),
        .. When(settings.Project is not null && facts.Project is null, $"Project = \"{settings.Project}\": there is no pyproject.toml with a name in that folder."),
        .. When(facts.BuildProject is null, "The project file of the build, which the job 'compile-publisher' compiles, is unknown: run the build from its own folder in the repository."),
        .. When(settings.OnPullRequest && !facts.Rehearses, "OnPullRequest runs the target Rehearse: implement IRehearsePublish on the build class."),
        .. When(!facts.HasScript, "build.sh, which the job 'build' runs, is missing in the build's root: create it with 'nuke :setup', or copy it from another build, and commit it."),
        .. When(facts.Folder is not null && !Plain().IsMatch(facts.Folder), $"The build's root is the folder '{facts.Folder}' of the git repository, and CI systems would treat characters in that name as a pattern: use letters, digits, '.', '_', '-' and spaces."),
        .. When(Outside(facts.DistributionsDirectory) || Outside(facts.BuildDirectory) || Outside(facts.BuildProject), "The distributions or the compiled build are outside the repository and cannot be handed over between jobs: move them into it."),
        .. facts.Duplicates.Select(file => $"{file} is started by the same tags and publishes the same project to the same index, so that a tag would be released twice: give one of them different tags, another Project or another Index."),
        .. facts.Start.Unmet,
        .. CompositionDiagnostics.Check(facts.Targets).Select(complaint => $"{complaint.Found} {complaint.Change}"),
    ];

    private static IEnumerable<string> OfIndex(GeneratedReleaseAttribute settings)
    {
        try
        {
            var (index, audience) = (PackageIndex.Parse(settings.Index), settings.Audience);
            var its = AudiencePolicy.Fixed(index.UploadUrl);
            return audience is null ? []
                : !Audience().IsMatch(audience) ? [$"Audience = \"{audience}\" is not an audience: use the value that {index.AudienceUrl} returns."]
                : AudiencePolicy.IsOfAnotherService(audience) && its is null && !index.UploadUrl.IsLoopback ? [$"Audience = \"{audience}\" belongs to another service, which would take the identity token for this job: use what {index.AudienceUrl} returns."]
                : When(its is not null && audience != its, $"Audience = \"{audience}\": the audience of {index} is always '{its}': remove it.");
        }
        catch (ArgumentException exception)
        {
            return [$"Index: {OptionText.Describe(exception)}"];
        }
    }

    /// <summary>Each index needs its own environment and registration, and the attribute supports two.</summary>
    private static IEnumerable<string> OfIndexes(GeneratedReleaseAttribute settings) => settings.Indexes.Length == 0 ? [] :
    [
        .. When(
            settings.Indexes is not [var first, var last] || !DeclaredPublisher.IsTestPyPI(first) || last != settings.Index || DeclaredPublisher.IsTestPyPI(last),
            $"Indexes = [{string.Join(", ", settings.Indexes.Select(index => $"\"{index}\""))}]: use [\"testpypi\", \"{(DeclaredPublisher.IsTestPyPI(settings.Index) ? "pypi" : settings.Index)}\"], TestPyPI and then Index; any other index has no environment of its own."),
        .. When(!settings.StartsByHand, "Indexes is for runs that are started by hand: set OnWorkflowDispatch = true, on GitLab OnNewPipeline = true."),
    ];

    [GeneratedRegex(@"\A(?!\.)(?!.*/\.)[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*/?\z")]
    private static partial Regex ProjectFolder();

    [GeneratedRegex(@"\A[A-Za-z0-9._:/-]+\z")]
    private static partial Regex Audience();

    [GeneratedRegex(@"\A[A-Za-z0-9._ /-]+\z")]
    private static partial Regex Plain();

    private static bool Outside(string? path) => path is not null && (path.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(path));
}

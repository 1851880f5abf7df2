namespace TrustedPublishing.Nuke.Workflow;

/// <summary>What cannot be meant on any CI system, in words that say what to change.</summary>
internal static class CommonDiagnostics
{
    /// <exception cref="Failure">There are complaints; all of them are in its message, after the heading.</exception>
    public static void ThrowIfAny(IEnumerable<string> complaints, string heading)
    {
        string[] all = [.. complaints];
        if (all.Length > 0)
        {
            throw Failure.Of(heading, all);
        }
    }

    public static IEnumerable<string> Of(GeneratedReleaseAttribute settings, RepositoryFacts facts) =>
    [
        .. OfBuild(facts),
        .. settings.OnPushTags.Where(tag => tag.Length == 0 || tag.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))).Select(tag => $"'{tag}' in OnPushTags is no pattern of tags."),
        .. When(string.IsNullOrWhiteSpace(settings.Environment), "Environment is empty: name the deployment environment that protects the release, for example Environment = \"pypi\", and register the same name at PyPI."),
        .. OfIndex(settings.Index),
        .. When(settings.StepsBeforePack.Any(string.IsNullOrWhiteSpace), "StepsBeforePack has a step without commands: remove it."),
    ];

    public static IEnumerable<string> When(bool applies, string complaint) => applies ? [complaint] : [];

    private static IEnumerable<string> OfBuild(RepositoryFacts facts) =>
    [
        .. When(facts.DistributionsDirectory is null, "The build class does not implement IPublishDistributions, so there is nothing to publish."),
        .. When(Outside(facts.DistributionsDirectory) || Outside(facts.BuildDirectory), "The distributions or the compiled build lie outside the repository, where the hand-over between the jobs does not reach."),
        .. facts.Start.Unmet.Select(member =>
            $"{member} is [Required], which NUKE checks at every start, also in the publishing job, which has no sources. Remove [Required] there and put .Requires(() => …) on the targets that need it."),
    ];

    private static IEnumerable<string> OfIndex(string index)
    {
        try
        {
            _ = PackageIndex.Parse(index);
            return [];
        }
        catch (ArgumentException exception)
        {
            return [$"Index: {exception.Message}"];
        }
    }

    private static bool Outside(string? path) => path is not null && (path.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(path));
}

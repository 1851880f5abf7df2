using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>A release is one version of one project, with at most one sdist. These rules catch leftovers of earlier builds.</summary>
internal static class SetRules
{
    private const string Clean = "Empty the folder before packing, or use a narrower file pattern.";

    public static IEnumerable<Finding> Check(IReadOnlyList<Distribution> distributions) =>
    [
        .. Mixed("projects", distributions.Select(distribution => distribution.FileName.Project)),
        .. Mixed("versions", distributions.Select(distribution => distribution.FileName.Version).Distinct().Order().Select(version => version.ToString())),
        .. distributions.GroupBy(distribution => distribution.FileName.Text).Where(group => group.Count() > 1).Select(SameName),
        .. SecondSdists(distributions),
        .. SameBytes(distributions),
    ];

    /// <summary>The server's message about a file name or content that it already has.</summary>
    public static string AlreadyThere(Distribution distribution) =>
        $"File already exists ({PythonText.Repr(distribution.FileName.Text)}, with blake2_256 hash '…'). See https://pypi.org/help/#file-name-reuse for more information.";

    private static IEnumerable<Finding> Mixed(string what, IEnumerable<string> values)
    {
        string[] distinct = [.. values.Distinct()];
        return distinct.Length <= 1 ? [] :
            [new(FindingSeverity.Error, null, $"The files belong to different {what}: {string.Join(", ", distinct)}.", $"Publish one release at a time. {Clean}")];
    }

    private static Finding SameName(IGrouping<string, Distribution> group) => new(FindingSeverity.Error, group.Key,
        $"{group.Count()} files have this name: {string.Join(", ", group.Select(distribution => distribution.Path))}.", Clean);

    private static IEnumerable<Finding> SecondSdists(IReadOnlyList<Distribution> distributions) => distributions
        .Where(distribution => distribution.FileName.Kind == DistributionKind.Sdist)
        .DistinctBy(distribution => distribution.FileName.Text)
        .GroupBy(distribution => (distribution.FileName.Project, distribution.FileName.Version))
        .SelectMany(release => release.Skip(1))
        .Select(second => new Finding(FindingSeverity.Error, second.FileName.Text, "Only one sdist may be uploaded per release.", Clean));

    private static IEnumerable<Finding> SameBytes(IReadOnlyList<Distribution> distributions) => distributions
        .DistinctBy(distribution => distribution.FileName.Text)
        .GroupBy(distribution => distribution.Sha256)
        .SelectMany(group => group.Skip(1).Select(second => new Finding(FindingSeverity.Error, second.FileName.Text, AlreadyThere(second),
            $"It has the same content as {group.First().FileName.Text}, and an index accepts content only once. Build each file with the build backend; do not copy files.")));
}

using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Distributions.Rules;

namespace TrustedPublishing.Index;

/// <summary>Whether the index would accept another file, given the files that it already has.</summary>
internal static class IndexRules
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(14);

    public static IEnumerable<Finding> Check(Distribution distribution, IndexProject project, DateTimeOffset now)
    {
        var status = OfStatus(distribution, project);
        var same = project.Files.FirstOrDefault(file => file.FileName == distribution.FileName.Text)
            ?? project.Files.FirstOrDefault(file => file.Sha256 == distribution.Sha256);
        return [.. status, .. same is null ? OfRelease(distribution, project, now) : OfConflict(distribution, same)];
    }

    /// <summary>The server does not give the reason; the <c>project-status</c> of the Simple API does (PEP 792).</summary>
    private static IEnumerable<Finding> OfStatus(Distribution distribution, IndexProject project) => project.Status is not ("archived" or "quarantined") ? [] :
    [
        Error(distribution, $"The given token isn't allowed to upload to project {PythonText.Repr(project.Name)}. See https://pypi.org/help/#project-name for more information.",
            project.Status == "archived"
                ? "The project is archived. An owner can unarchive it in the project's settings on the index."
                : "The project is quarantined by the index's administrators. Its owners were told why; contact the administrators first."),
    ];

    private static IEnumerable<Finding> OfConflict(Distribution distribution, IndexFile same)
    {
        if (same.FileName == distribution.FileName.Text && same.Sha256 == distribution.Sha256)
        {
            return [];
        }

        if (same.Sha256 is null)
        {
            return [new(FindingSeverity.Warning, distribution.FileName.Text, "The index has a file with this name and does not say whether the content is the same.",
                "Compare the files, and increase the version if they differ.")];
        }

        return
        [
            Error(distribution, SetRules.AlreadyThere(distribution),
                same.FileName == distribution.FileName.Text
                    ? "The index has a file with this name but different content, and names cannot be reused. Increase the version and build again."
                    : $"The index already has the same content as {same.FileName}. Build the file from this release's sources.") with { IsPolicy = same.FileName != distribution.FileName.Text },
        ];
    }

    private static IEnumerable<Finding> OfRelease(Distribution distribution, IndexProject project, DateTimeOffset now)
    {
        IndexFile[] release = [.. project.Files.Where(file => VersionOf(file.FileName) == distribution.FileName.Version)];
        if (release.Min(file => file.UploadTime) is { } created && now - created > Window)
        {
            yield return Error(distribution, "Uploading new files to releases older than 14 days is not allowed.",
                $"Version {distribution.FileName.Version} was released on {created.UtcDateTime:yyyy-MM-dd}. Increase the version; publish all files of a release in one run.") with { IsPolicy = true };
        }

        if (distribution.FileName.Kind == DistributionKind.Sdist && Array.Find(release, file => IsSdist(file.FileName)) is { } sdist)
        {
            yield return Error(distribution, "Only one sdist may be uploaded per release.", $"The index already has {sdist.FileName}. Omit the sdist, or increase the version.") with { IsPolicy = true };
        }
    }

    private static PythonVersion? VersionOf(string fileName) =>
        DistributionFileName.TryParse(fileName.EndsWith(".zip", StringComparison.Ordinal) ? $"{fileName[..^4]}.tar.gz" : fileName, out var parsed, out _) ? parsed.Version : null;

    private static bool IsSdist(string fileName) => fileName.EndsWith(".tar.gz", StringComparison.Ordinal) || fileName.EndsWith(".zip", StringComparison.Ordinal);

    private static Finding Error(Distribution distribution, string text, string remedy) => new(FindingSeverity.Error, distribution.FileName.Text, text, remedy);
}

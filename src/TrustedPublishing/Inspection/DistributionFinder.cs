using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;

namespace TrustedPublishing.Inspection;

/// <summary>
/// Paths, globs and folders to files. All complaints come together: a release of half of the files is worse than none, because what is on
/// an index stays there.
/// </summary>
internal static class DistributionFinder
{
    private static readonly string[] Companions = ["SHA256SUMS", ".gitignore"];
    private static readonly string[] CompanionExtensions = [".attestation", ".asc", ".json", ".sig", ".sigstore", ".provenance"];

    /// <summary>The absolute paths, each once: wheels first, then ordinal by name.</summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.NoDistributions"/> or <see cref="PublishFailure.UnusableDistributions"/>.</exception>
    public static IReadOnlyList<string> Find(PublishOptions options)
    {
        var found = options.Distributions.Select(pattern => (Pattern: pattern, Files: Expand(pattern, options.BaseDirectory))).ToArray();
        var files = found.SelectMany(each => each.Files).Distinct(StringComparer.Ordinal).ToArray();
        var empty = found.Where(each => each.Files.Count == 0).Select(each => each.Pattern).ToArray();
        if (empty.Length > 0 || files.Length == 0)
        {
            throw DistributionsFailures.NoDistributions(options.Distributions, empty, options.BaseDirectory, Present(empty, options.BaseDirectory));
        }

        Finding[] complaints = [.. files.Where(file => !IsDistribution(file)).Select(NotADistribution), .. SameNames(files)];
        return complaints.Length == 0
            ? [.. files.OrderBy(file => IsWheel(file) ? 0 : 1).ThenBy(Path.GetFileName, StringComparer.Ordinal)]
            : throw DistributionsFailures.UnusableDistributions(complaints);
    }

    /// <summary>What a path means: itself when it is a file, the distributions in it when it is a folder. A glob passes over companions.</summary>
    private static IReadOnlyList<string> Expand(string pattern, string baseDirectory)
    {
        var path = new PathPattern(pattern, baseDirectory);
        return PathPattern.IsGlob(pattern) ? [.. path.Files().Where(file => !IsCompanion(file))]
            : Directory.Exists(path.Root) ? [.. Directory.EnumerateFiles(path.Root).Where(IsDistribution)]
            : File.Exists(Path.TrimEndingDirectorySeparator(path.Root)) ? [Path.TrimEndingDirectorySeparator(path.Root)]
            : [];
    }

    private static bool IsWheel(string file) => file.EndsWith(".whl", StringComparison.OrdinalIgnoreCase);

    /// <summary>By extension only: what is wrong with the name is told by the rules for names.</summary>
    private static bool IsDistribution(string file) =>
        IsWheel(file) || file.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool IsCompanion(string file) =>
        Companions.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase)
        || CompanionExtensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static Finding NotADistribution(string file) => new(
        FindingSeverity.Error,
        Path.GetFileName(file),
        $"{file} is not a distribution: PyPI takes wheels (.whl) and source distributions (.tar.gz).",
        IsCompanion(file) ? "Leave it out; it is not uploaded." : "Leave it out, or make the glob match distributions only.");

    private static IEnumerable<Finding> SameNames(IEnumerable<string> files) =>
        from file in files
        group file by Path.GetFileName(file) into same
        where same.Count() > 1
        select new Finding(
            FindingSeverity.Error,
            same.Key,
            $"There is more than one file of this name: {string.Join(", ", same.Order(StringComparer.Ordinal))}.",
            "A release holds a name once. Say which one you mean, or clean the folders before packing.");

    /// <summary>What lies in the folders where nothing matched, so that a wrong glob or a missing build step shows at once.</summary>
    private static IReadOnlyList<(string Folder, IReadOnlyList<string>? Names)> Present(IEnumerable<string> patterns, string baseDirectory) =>
        [.. patterns.Select(pattern => FolderOf(pattern, baseDirectory)).Distinct(StringComparer.Ordinal).Select(folder => (folder, Names(folder)))];

    private static string FolderOf(string pattern, string baseDirectory)
    {
        var root = new PathPattern(pattern, baseDirectory).Root;
        var folder = PathPattern.IsGlob(pattern) || Directory.Exists(root) ? root : Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(root)) ?? root;
        return folder.Length > 1 ? Path.TrimEndingDirectorySeparator(folder) : folder;
    }

    private static IReadOnlyList<string>? Names(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)] : null;
}

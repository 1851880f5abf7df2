using TrustedPublishing.Distributions;

namespace TrustedPublishing.Inspection;

/// <summary>
/// Resolves paths, globs and folders to files. All problems are reported together: a partial release is worse than none, because files on an
/// index are permanent.
/// </summary>
internal sealed class DistributionFinder
{
    private static readonly string[] Companions = ["SHA256SUMS", ".gitignore"];
    private static readonly string[] CompanionExtensions = [".attestation", ".asc", ".json", ".sig", ".sigstore", ".provenance"];

    private readonly IReadOnlyList<string> patterns;
    private readonly string baseDirectory;
    private readonly (string Pattern, PathPattern Path, IReadOnlyList<string> Files)[] found;

    private DistributionFinder(IReadOnlyList<string> patterns, string baseDirectory)
    {
        (this.patterns, this.baseDirectory) = (patterns, baseDirectory);
        found = [.. patterns.Select(pattern => (Pattern: pattern, Path: Parse(pattern))).Select(each => (each.Pattern, each.Path, Expand(each.Path)))];
    }

    /// <summary>The absolute paths without duplicates: wheels first, each kind sorted by name (ordinal).</summary>
    /// <param name="patterns">Paths of files or folders, or globs.</param>
    /// <param name="baseDirectory">The base directory for relative patterns.</param>
    /// <exception cref="PublishException"><see cref="PublishFailure.NoDistributions"/> or <see cref="PublishFailure.UnusableDistributions"/>.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> patterns, string baseDirectory) => new DistributionFinder(patterns, baseDirectory).Find();

    private string[] Find()
    {
        var files = LinkedFile.WithoutLinksToTheSame(found.SelectMany(each => each.Files).Distinct(StringComparer.Ordinal));
        var empty = found.Where(each => each.Files.Count == 0).ToArray();
        var folders = new FolderFindings(files, IsDistribution, IsCompanion);
        if (empty.Length > 0 || files.Count == 0)
        {
            throw DistributionFailures.NoDistributions(patterns, [.. empty.Select(each => each.Pattern)], baseDirectory, Present(empty), [.. empty.SelectMany(each => folders.Suggestions(each.Path)).Distinct()]);
        }

        Finding[] complaints =
        [
            .. files.Where(file => !IsDistribution(file)).Select(NotADistribution),
            .. files.Where(IsZip).Select(ZippedSdist),
            .. SameNames(files),
            .. found.SelectMany(each => folders.Check(each.Path)).DistinctBy(finding => finding.FileName),
        ];
        return complaints.Length == 0
            ? [.. files.OrderBy(file => IsWheel(file) ? 0 : 1).ThenBy(Path.GetFileName, StringComparer.Ordinal)]
            : throw DistributionFailures.UnusableDistributions(complaints);
    }

    private PathPattern Parse(string pattern)
    {
        try
        {
            return new(pattern, baseDirectory);
        }
        catch (FormatException exception)
        {
            throw DistributionFailures.PatternUnusable(pattern, exception.Message);
        }
    }

    /// <summary>Expands a path: a file to itself, a folder to the distributions in it. A glob ignores companion files.</summary>
    private static IReadOnlyList<string> Expand(PathPattern path) =>
        path.IsGlob ? [.. path.Files().Where(file => !IsCompanion(file))]
            : Directory.Exists(path.Root) ? [.. Directory.EnumerateFiles(path.Root).Where(file => IsDistribution(file) && !Path.GetFileName(file).StartsWith('.'))]
            : File.Exists(Path.TrimEndingDirectorySeparator(path.Root)) ? [Path.TrimEndingDirectorySeparator(path.Root)]
            : [];

    private static bool IsWheel(string file) => file.EndsWith(".whl", StringComparison.OrdinalIgnoreCase);

    private static bool IsZip(string file) => file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>By extension only: the naming rules report what is wrong with the name.</summary>
    private static bool IsDistribution(string file) => IsWheel(file) || file.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || IsZip(file);

    private static bool IsCompanion(string file) =>
        Companions.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase)
        || CompanionExtensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static Finding NotADistribution(string file) => new(
        FindingSeverity.Error,
        Path.GetFileName(file),
        $"{file} is not a distribution: PyPI accepts wheels (.whl) and source distributions (.tar.gz).",
        IsCompanion(file) ? "Remove it from the pattern; it is not uploaded." : "Remove it, or use a pattern that matches only distributions.");

    private static Finding ZippedSdist(string file) => new(
        FindingSeverity.Error,
        Path.GetFileName(file),
        "A source distribution must be a .tar.gz (PEP 625); indexes no longer accept .zip files.",
        "Build it with `python -m build --sdist`, without `formats = zip` in setup.cfg.");

    private static IEnumerable<Finding> SameNames(IEnumerable<string> files) =>
        from file in files
        group file by Path.GetFileName(file) into same
        where same.Count() > 1
        select new Finding(
            FindingSeverity.Error,
            same.Key,
            $"There are several files with this name: {string.Join(", ", same.Order(StringComparer.Ordinal))}.",
            "A release contains each name once. Specify which one you want, or clean the folders before packing.");

    /// <summary>What the folders contain where nothing matched, so that a wrong glob or a missing build step is obvious.</summary>
    private static IReadOnlyList<(string Folder, IReadOnlyList<string>? Names)> Present(IEnumerable<(string Pattern, PathPattern Path, IReadOnlyList<string> Files)> empty) =>
        [.. empty.Select(each => FolderOf(each.Path)).Distinct(StringComparer.Ordinal).Select(folder => (folder, Names(folder)))];

    private static string FolderOf(PathPattern path)
    {
        var folder = path.IsGlob || Directory.Exists(path.Root) ? path.Root : Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path.Root)) ?? path.Root;
        return folder.Length > 1 ? Path.TrimEndingDirectorySeparator(folder) : folder;
    }

    private static IReadOnlyList<string>? Names(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)] : null;
}

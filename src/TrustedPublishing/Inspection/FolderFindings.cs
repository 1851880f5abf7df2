using TrustedPublishing.Distributions;

namespace TrustedPublishing.Inspection;

/// <summary>
/// Folders that match a pattern which does not match the distributions inside them: those files would silently be left out of the release.
/// CI systems typically store each artifact in a separate folder.
/// </summary>
internal sealed class FolderFindings(IReadOnlyCollection<string> files, Func<string, bool> isDistribution, Func<string, bool> isCompanion)
{
    private readonly HashSet<string> taken = new(files, StringComparer.Ordinal);

    /// <summary>A finding for each such folder, and for each folder that is named like a distribution and contains no published file.</summary>
    public IEnumerable<Finding> Check(PathPattern path)
    {
        foreach (var folder in FoldersOf(path).Order(StringComparer.Ordinal))
        {
            var inside = Inside(folder);
            var left = inside.Count(file => !taken.Contains(file));
            if (left > 0)
            {
                yield return Finding(folder, $"{folder} is a folder, and {(left == 1 ? "a distribution" : $"{left} distributions")} in it would not be published.",
                    $"Include the folders: --distributions '{Suggestion(path)}'. Or move files that do not belong to the release.");
            }
            else if (inside.Length == 0 && isDistribution(folder))
            {
                yield return Finding(folder, $"{folder} is a folder named like a distribution, and contains none.",
                    "Put the file itself there; an unpacked distribution cannot be published.");
            }
        }
    }

    /// <summary>The pattern that includes the files in subfolders, if it would match anything.</summary>
    public IEnumerable<string> Suggestions(PathPattern path) => FoldersOf(path).Any(folder => Inside(folder).Length > 0) ? [Suggestion(path)] : [];

    private static IEnumerable<string> FoldersOf(PathPattern path) =>
        path.IsGlob ? path.Folders()
        : Directory.Exists(path.Root) ? Directory.EnumerateDirectories(path.Root).Where(folder => !Path.GetFileName(folder).StartsWith('.'))
        : [];

    /// <summary>A folder that cannot be read, such as a system folder, contains nothing that the user meant to publish.</summary>
    private string[] Inside(string folder)
    {
        try
        {
            return [.. new PathPattern("**/*", folder).Files().Where(file => isDistribution(file) && !isCompanion(file))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Suggestion(PathPattern path) => path.Literal.Length == 0 ? "**/*" : $"{path.Literal}/**/*";

    private static Finding Finding(string folder, string text, string remedy) => new(FindingSeverity.Error, Path.GetFileName(folder), text, remedy);
}

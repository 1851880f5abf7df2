using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// <c>MANIFEST.in</c> (<see href="https://setuptools.pypa.io/en/latest/userguide/miscellaneous.html"/>): each line adds files to the list or removes
/// some.
/// </summary>
internal static class ManifestTemplate
{
    private const string FileName = "MANIFEST.in";

    public static void Apply(ProjectTree tree, SortedSet<string> list, FindingList complaints)
    {
        if (!tree.HasFile(FileName))
        {
            return;
        }

        foreach (var line in Lines(TextFiles.ReadUtf8(tree.Folder.Absolute(FileName)) ?? ""))
        {
            string[] words = line.Split(' ', '\t').Where(word => word.Length > 0).ToArray();
            if (!Apply(tree, list, words))
            {
                complaints.Add(Diagnostics.ManifestLine(line));
            }
        }
    }

    /// <summary>The lines without comments; a trailing backslash joins a line to the next.</summary>
    private static IEnumerable<string> Lines(string text) => text.Split('\n')
        .Select(line => line.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash && (hash == 0 || line[hash - 1] != '\\') ? line[..hash] : line)
        .Aggregate(new List<string> { "" }, (lines, line) =>
        {
            var trimmed = line.Trim();
            lines[^1] += trimmed.EndsWith('\\') ? $"{trimmed[..^1]} " : trimmed;
            if (!trimmed.EndsWith('\\'))
            {
                lines.Add("");
            }

            return lines;
        })
        .Where(line => line.Trim().Length > 0);

    private static bool Apply(ProjectTree tree, SortedSet<string> list, string[] words)
    {
        var (isAdding, folder, patterns) = words switch
        {
            ["include", .. { Length: > 0 } rest] => (true, "", rest),
            ["exclude", .. { Length: > 0 } rest] => (false, "", rest),
            ["global-include", .. { Length: > 0 } rest] => (true, "**/", rest),
            ["global-exclude", .. { Length: > 0 } rest] => (false, "**/", rest),
            ["recursive-include", var top, .. { Length: > 0 } rest] => (true, $"{top}/**/", rest),
            ["recursive-exclude", var top, .. { Length: > 0 } rest] => (false, $"{top}/**/", rest),
            ["graft", var top] => (true, $"{top}/**/", ["*"]),
            ["prune", var top] => (false, $"{top}/**/", ["*"]),
            _ => (true, "", (string[])[]),
        };
        foreach (var pattern in patterns)
        {
            var glob = new Glob(folder + pattern, words[0] == "include" ? GlobRules.Sets | GlobRules.SingleFolder : GlobRules.Sets);
            if (isAdding)
            {
                list.UnionWith(tree.Files.Where(glob.IsMatch));
            }
            else
            {
                list.RemoveWhere(glob.IsMatch);
            }
        }

        return patterns.Length > 0;
    }
}

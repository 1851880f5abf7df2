using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.Common.IO;

public static class Globbing
{
    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns)
        => Glob(directory, patterns, (x, options) => x.EnumerateFiles("*", options));

    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(this AbsolutePath directory, params string[] patterns)
        => Glob(directory, patterns, (x, options) => x.EnumerateDirectories("*", options));

    private static List<AbsolutePath> Glob(
        AbsolutePath directory, string[] patterns, Func<DirectoryInfo, EnumerationOptions, IEnumerable<FileSystemInfo>> enumerate)
        => patterns.SelectMany(pattern => Matches(directory, pattern, enumerate)).ToList();

    private static IEnumerable<AbsolutePath> Matches(
        AbsolutePath directory, string pattern, Func<DirectoryInfo, EnumerationOptions, IEnumerable<FileSystemInfo>> enumerate)
    {
        var segments = pattern.Split('/', '\\').Where(x => x is not ("" or ".")).ToList();
        var options = new EnumerationOptions
        {
            AttributesToSkip = 0,
            RecurseSubdirectories = segments.Count > 1 || segments.Contains("**"),
            MaxRecursionDepth = segments.Contains("**") ? int.MaxValue : Math.Max(0, segments.Count - 1),
        };
        var regex = ToRegex(segments);
        return enumerate(new DirectoryInfo(directory), options)
            .Select(x => (AbsolutePath)x.FullName)
            .Where(x => regex.IsMatch(Path.GetRelativePath(directory, x).Replace('\\', '/')))
            .OrderBy(x => x.ToString(), StringComparer.Ordinal);
    }

    // "**" matches any number of directories; the other wildcards do not match separators.
    private static Regex ToRegex(List<string> segments)
    {
        var text = new StringBuilder("^");
        for (var i = 0; i < segments.Count; i++)
        {
            var last = i == segments.Count - 1;
            text.Append(segments[i] == "**" ? last ? ".*" : "(?:[^/]+/)*" : SegmentRegex(segments[i]) + (last ? "" : "/"));
        }

        return new Regex(text.Append('$').ToString(), EnvironmentInfo.IsWin ? RegexOptions.IgnoreCase : RegexOptions.None);
    }

    private static string SegmentRegex(string segment)
        => Regex.Replace(segment, @"\*+|\?|\{[^}]*\}|\[[^\]]*\]|[^*?{\[]+|.", x => x.Value[0] switch
        {
            '*' => "[^/]*",
            '?' => "[^/]",
            '{' when x.Length > 1 => $"(?:{string.Join('|', x.Value[1..^1].Split(',').Select(Regex.Escape))})",
            '[' when x.Length > 1 => x.Value.Replace("[!", "[^"),
            _ => Regex.Escape(x.Value),
        });
}

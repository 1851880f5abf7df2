using System.Text.RegularExpressions;

namespace Nuke.Common.IO;

public static class Globbing
{
    /// <summary><c>*</c> and <c>?</c> match within a name; <c>**</c> matches any number of directories.</summary>
    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns)
        => patterns.SelectMany(pattern => Matches(directory, pattern)).ToList();

    private static IEnumerable<AbsolutePath> Matches(AbsolutePath directory, string pattern)
    {
        var regex = new Regex($"^{Regex.Replace(pattern, @"\*\*/|\*|\?|[^*?]+", x => x.Value switch
        {
            "**/" => "(?:[^/]+/)*",
            "*" => "[^/]*",
            "?" => "[^/]",
            var text => Regex.Escape(text),
        })}$", OperatingSystem.IsWindows() ? RegexOptions.IgnoreCase : RegexOptions.None);
        var options = new EnumerationOptions
        {
            AttributesToSkip = 0,
            RecurseSubdirectories = pattern.Contains('/'),
            MaxRecursionDepth = pattern.Contains("**", StringComparison.Ordinal) ? int.MaxValue : pattern.Count(x => x == '/'),
        };
        return Directory.EnumerateFiles(directory, "*", options)
            .Where(x => regex.IsMatch(Path.GetRelativePath(directory, x).Replace('\\', '/')))
            .Order(StringComparer.Ordinal)
            .Select(x => (AbsolutePath)x);
    }
}

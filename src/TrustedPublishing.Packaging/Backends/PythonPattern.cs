using System.Text.RegularExpressions;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>Regular expressions in Python's syntax, which backends use to find versions and descriptions in files.</summary>
internal static partial class PythonPattern
{
    /// <summary>Stops an expression that backtracks excessively.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The group of the first match; null if there is none, or if the expression is not valid in .NET.</summary>
    /// <param name="text">The content of the file.</param>
    /// <param name="pattern">The expression in Python's syntax.</param>
    /// <param name="group">The group's name, or its number.</param>
    public static string? Find(string text, string pattern, string group)
    {
        try
        {
            var match = Regex.Match(text, InDotNet(pattern), RegexOptions.Multiline, Patience);
            return match.Success && match.Groups[group].Success ? match.Groups[group].Value : null;
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>The text with all matches replaced; null if the expression is not valid in .NET.</summary>
    public static string? Replace(string text, string pattern, string replacement, bool ignoresCase)
    {
        try
        {
            return Regex.Replace(text, InDotNet(pattern), replacement, ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None, Patience);
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>hatchling's default pattern.</summary>
    public const string Hatch = """(?i)^(__version__|VERSION) *= *([\x27"])v?(?P<version>.+?)\2""";

    /// <summary>pdm-backend's default pattern.</summary>
    public const string Pdm = """^(?:__version__|VERSION)\s*=\s*["'](.+?)["']\s*(?:#.*)?$""";

    /// <summary>The syntax of named groups, of references to them, and of the end of the text differs.</summary>
    private static string InDotNet(string pattern) =>
        Reference().Replace(pattern.Replace("(?P<", "(?<", StringComparison.Ordinal), @"\k<$1>").Replace(@"\Z", @"\z", StringComparison.Ordinal);

    [GeneratedRegex(@"\(\?P=(\w+)\)")]
    private static partial Regex Reference();
}

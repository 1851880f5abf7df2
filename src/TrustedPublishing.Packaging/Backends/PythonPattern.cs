using System.Text.RegularExpressions;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>Regular expressions in Python's syntax, with which backends find versions and descriptions in files.</summary>
internal static partial class PythonPattern
{
    /// <summary>Bounds an expression that backtracks without end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The group of the first match; null when there is none, or when the expression is not one of .NET too.</summary>
    /// <param name="text">The file.</param>
    /// <param name="pattern">In Python's syntax.</param>
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

    /// <summary>The text with all matches replaced; null when the expression is not one of .NET too.</summary>
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

    /// <summary>hatchling's own pattern.</summary>
    public const string Hatch = """(?i)^(__version__|VERSION) *= *([\x27"])v?(?P<version>.+?)\2""";

    /// <summary>pdm-backend's own pattern.</summary>
    public const string Pdm = """^(?:__version__|VERSION)\s*=\s*["'](.+?)["']\s*(?:#.*)?$""";

    /// <summary>Named groups, references to them, and the end of the text are written otherwise.</summary>
    private static string InDotNet(string pattern) =>
        Reference().Replace(pattern.Replace("(?P<", "(?<", StringComparison.Ordinal), @"\k<$1>").Replace(@"\Z", @"\z", StringComparison.Ordinal);

    [GeneratedRegex(@"\(\?P=(\w+)\)")]
    private static partial Regex Reference();
}

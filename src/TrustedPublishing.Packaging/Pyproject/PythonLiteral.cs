using System.Text.RegularExpressions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>Parses the Python literals that are used for versions and docstrings.</summary>
internal static partial class PythonLiteral
{
    /// <summary>A string without escapes other than those of quotes, backslashes and line feeds; null for anything else.</summary>
    public static string? Text(string source)
    {
        var match = Quoted().Match(source);
        if (!match.Success)
        {
            return null;
        }

        var (text, isRaw) = (match.Groups["text"].Value, match.Groups["raw"].Success);
        return isRaw || !text.Contains('\\', StringComparison.Ordinal) ? text
            : OtherEscape().IsMatch(text) ? null
            : Escape().Replace(text, escape => escape.Value switch { "\\n" => "\n", "\\\n" => "", var other => other[1..] });
    }

    /// <summary>
    /// A version: a string, a number, or a sequence of numbers and strings, which setuptools joins with dots; null for anything else.
    /// </summary>
    public static string? Version(string source)
    {
        var row = Row().Match(source);
        if (!row.Success)
        {
            return Number().IsMatch(source) ? source : Text(source);
        }

        var items = row.Groups["items"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(item => Number().IsMatch(item) ? item : Text(item)).ToList();
        return items.Count == 0 || items.Contains(null) ? null : string.Join('.', items);
    }

    [GeneratedRegex("""\A(?:(?<raw>[rR])|[uU])?(?<quote>\"{3}|'{3}|\"|')(?<text>(?:(?!\k<quote>)(?:\\.|[^\\]))*)\k<quote>\z""", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex("""\\(?![\\'\"n\n])""")]
    private static partial Regex OtherEscape();

    [GeneratedRegex(@"\\.", RegexOptions.Singleline)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\A(?:\((?<items>[^()]*,[^()]*)\)|\[(?<items>[^\[\]]*)\])\z", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\A\d+(?:\.\d+)?\z")]
    private static partial Regex Number();
}

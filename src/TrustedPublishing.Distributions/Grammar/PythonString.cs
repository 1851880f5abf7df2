using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>
/// A Python string literal in single or double quotation marks. The packaging library lets Python parse the values of environment markers; if Python
/// cannot, the library raises an exception and PyPI's server fails.
/// </summary>
internal static partial class PythonString
{
    /// <summary>The value of a quoted literal; or null and the reason why Python, or PyPI's database after it, cannot process it.</summary>
    public static (string? Value, string? Why) Evaluate(string literal)
    {
        var body = literal[1..^1];
        string? why = null;
        var value = Escape().Replace(body, match => Character(match.Value) is { } text ? text : Fail(match.Value[0] == '\\' ? $"the invalid escape {match.Value}" : "a line break"));
        return why is null && !IsText(value) ? (null, "a character that no database stores") : (why is null ? value : null, why);

        string Fail(string reason)
        {
            why ??= reason;
            return "";
        }
    }

    /// <summary>The character that an escape represents; null for an unescaped line break and for an incomplete escape.</summary>
    private static string? Character(string escape) => escape switch
    {
        "\n" or "\r" or "\\" => null,
        ['\\', '\r' or '\n', ..] => "",
        ['\\', 'x' or 'u' or 'U', .. var digits] => Coded(escape[1], digits),
        ['\\', >= '0' and <= '7', ..] => ((char)escape[1..].Aggregate(0, (code, digit) => (code * 8) + digit - '0')).ToString(),
        ['\\', 'N', ..] => escape.Length > 2 ? escape : null, // a character by its Unicode name, for which there is no list here
        ['\\', var letter] => "\\'\"abfnrtv".IndexOf(letter, StringComparison.Ordinal) is >= 0 and var known ? "\\'\"\a\b\f\n\r\t\v"[known].ToString() : escape,
        _ => escape,
    };

    private static string? Coded(char kind, string digits) =>
        digits.Length != (kind == 'x' ? 2 : kind == 'u' ? 4 : 8) || int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is not (>= 0 and <= 0x10FFFF and var code) ? null
        : code > 0xFFFF ? char.ConvertFromUtf32(code) : ((char)code).ToString();

    /// <summary>A database cannot store NUL characters or lone surrogates.</summary>
    private static bool IsText(string value)
    {
        for (var at = 0; at < value.Length; at += char.IsSurrogate(value[at]) ? 2 : 1)
        {
            if (value[at] == '\0' || !Rune.TryGetRuneAt(value, at, out _))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"\\(?:\r\n|x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|[0-7]{1,3}|N(?:\{[^{}]+\})?|[\s\S]|\z)|[\r\n]")]
    private static partial Regex Escape();
}

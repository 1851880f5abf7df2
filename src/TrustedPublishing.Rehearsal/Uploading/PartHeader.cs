using System.Text;
using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>
/// Parses the headers of a part and their parameters as PyPI's form parser does, which is more lenient and less complete than the standard: names
/// may be quoted or not, and <c>filename*</c> (RFC 5987) is not supported.
/// </summary>
internal static partial class PartHeader
{
    /// <summary>The value of a header without its parameters.</summary>
    public static string Value(string header) => PythonText.Strip(Split(header).First());

    /// <summary>The boundary in a header of type <c>multipart</c>.</summary>
    /// <exception cref="FormatException">There is none that the server accepts.</exception>
    public static string Boundary(string header)
    {
        var boundary = Parameters(header).GetValueOrDefault("boundary", "");
        return Valid().IsMatch(boundary) ? boundary : throw new FormatException("Invalid Form Data.");
    }

    /// <summary>A form as a whole must be UTF-8.</summary>
    /// <exception cref="NotSupportedException">The request's header specifies another character set, on which the server fails.</exception>
    public static void RequireUtf8(string header)
    {
        if (CharacterSet().Match(header).Groups[1].Value.Trim('"').Trim().Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() is not ("" or "UTF8"))
        {
            throw new NotSupportedException(header);
        }
    }

    /// <summary>The parameters by lower-case name; if one is repeated, the last counts.</summary>
    public static Dictionary<string, string> Parameters(string header)
    {
        Dictionary<string, string> parameters = [];
        foreach (var part in Split(header).Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0)
            {
                parameters[PythonText.Strip(part[..equals]).ToLowerInvariant()] = Unquoted(PythonText.Strip(part[(equals + 1)..]));
            }
        }

        return parameters;
    }

    /// <summary>Splits at semicolons outside quotation marks.</summary>
    private static IEnumerable<string> Split(string header)
    {
        var part = new StringBuilder();
        var isQuoted = false;
        for (var index = 0; index < header.Length; index++)
        {
            var character = header[index];
            isQuoted ^= character == '"' && (index == 0 || header[index - 1] != '\\');
            if (character == ';' && !isQuoted)
            {
                yield return part.ToString();
                part.Clear();
            }
            else
            {
                part.Append(character);
            }
        }

        yield return part.ToString();
    }

    private static string Unquoted(string value) =>
        value.Length >= 2 && value[0] == '"' && value[^1] == '"'
            ? value[1..^1].Replace("\\\\", "\\", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal)
            : value;

    [GeneratedRegex("charset=([^;]*)", RegexOptions.IgnoreCase)]
    private static partial Regex CharacterSet();

    /// <summary>The boundaries that the server accepts: as in RFC 2046, except for the length.</summary>
    [GeneratedRegex(@"\A[ -~]{0,200}[!-~]\n?\z")]
    private static partial Regex Valid();

}

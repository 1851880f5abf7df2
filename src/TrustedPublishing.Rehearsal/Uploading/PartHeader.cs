using System.Text;
using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>
/// Reads the headers of a part, and the parameters of one, as PyPI's form parser does, which is more lenient and more ignorant than the standard: names may be
/// quoted or not, and <c>filename*</c> (RFC 5987) is not known.
/// </summary>
internal static partial class PartHeader
{
    /// <summary>
    /// The headers by lower-case name, as Python's <c>email</c> package reads them: of a repeated one the first counts, a line that is none ends
    /// them all, and a folded one keeps its line ends.
    /// </summary>
    public static Dictionary<string, string> Read(string text)
    {
        Dictionary<string, string> headers = [];
        (string Name, StringBuilder Value)? present = null;
        foreach (var line in Lines().Matches(text).Select(match => match.Value).TakeWhile(line => Header().IsMatch(line)))
        {
            if (line[0] is ' ' or '\t')
            {
                present?.Value.Append(line);
                continue;
            }

            Add(headers, present);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            present = colon <= 0 || line.StartsWith("From ", StringComparison.Ordinal) ? null : (line[..colon].ToLowerInvariant(), new(line[(colon + 1)..].TrimStart(' ', '\t', '\r', '\n')));
        }

        Add(headers, present);
        return headers;
    }

    private static void Add(Dictionary<string, string> headers, (string Name, StringBuilder Value)? header)
    {
        if (header is (var name, var value))
        {
            headers.TryAdd(name, value.ToString().TrimEnd('\r', '\n'));
        }
    }

    /// <summary>What a header says before its parameters.</summary>
    public static string Value(string header) => PythonText.Strip(Split(header).First());

    /// <summary>The boundary that a header of type <c>multipart</c> gives.</summary>
    /// <exception cref="FormatException">It gives none that the server takes.</exception>
    public static string Boundary(string header)
    {
        var boundary = Parameters(header).GetValueOrDefault("boundary", "");
        return Valid().IsMatch(boundary) ? boundary : throw new FormatException("Invalid Form Data.");
    }

    /// <summary>A form as a whole is read as UTF-8 or not at all.</summary>
    /// <exception cref="NotSupportedException">The header of the request gives another character set; the server fails.</exception>
    public static void RequireUtf8(string header)
    {
        if (CharacterSet().Match(header).Groups[1].Value.Trim('"').Trim().Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() is not ("" or "UTF8"))
        {
            throw new NotSupportedException(header);
        }
    }

    /// <summary>The parameters by lower-case name; of a repeated one, the last counts.</summary>
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

    /// <summary>Splits at semicolons outside of quotation marks.</summary>
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

    [GeneratedRegex(@"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\z")]
    private static partial Regex Lines();

    [GeneratedRegex("charset=([^;]*)", RegexOptions.IgnoreCase)]
    private static partial Regex CharacterSet();

    /// <summary>What the server takes for a boundary: as RFC 2046 says, but for the length.</summary>
    [GeneratedRegex(@"\A[ -~]{0,200}[!-~]\n?\z")]
    private static partial Regex Valid();

    [GeneratedRegex(@"\A(?:From |[!-9;-~]*:|[\t ])")]
    private static partial Regex Header();
}

using System.Text;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>
/// Reads a <c>Content-Disposition</c> as PyPI's form parser does, which is more lenient and more ignorant than the standard: names may be
/// quoted or not, and <c>filename*</c> (RFC 5987) is not known.
/// </summary>
internal static class PartHeader
{
    /// <summary>The parameters by lower-case name; of a repeated one, the last counts.</summary>
    public static Dictionary<string, string> Parameters(string header)
    {
        Dictionary<string, string> parameters = [];
        foreach (var part in Split(header).Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0)
            {
                parameters[part[..equals].Trim().ToLowerInvariant()] = Unquoted(part[(equals + 1)..].Trim());
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
}

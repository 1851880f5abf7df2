using System.Text;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Parses the headers of a part.</summary>
internal static partial class PartHeaders
{
    /// <summary>
    /// The headers by lower-case name, parsed like Python's <c>email</c> package: if a header is repeated, the first counts; a line that is not a
    /// header ends the headers; and a folded header keeps its line breaks.
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

    [GeneratedRegex(@"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\z")]
    private static partial Regex Lines();

    [GeneratedRegex(@"\A(?:From |[!-9;-~]*:|[\t ])")]
    private static partial Regex Header();
}

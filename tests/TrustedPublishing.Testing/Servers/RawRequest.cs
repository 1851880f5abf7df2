using System.Text;

namespace TrustedPublishing.Testing.Servers;

/// <summary>A request as it came.</summary>
/// <param name="Method">For example <c>POST</c>.</param>
/// <param name="Path">With the query.</param>
/// <param name="Headers">The lines of the head after the first.</param>
/// <param name="Body">As sent, with the framing of its pieces when it came in pieces.</param>
public sealed record RawRequest(string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The body as text, each byte a character.</summary>
    public string Text => Encoding.Latin1.GetString(Body.Span);

    /// <summary>The last value of a header; null when there is none.</summary>
    public string? Header(string name) => Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).LastOrDefault();
}

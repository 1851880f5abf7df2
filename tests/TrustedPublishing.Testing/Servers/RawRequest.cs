using System.Text;

namespace TrustedPublishing.Testing.Servers;

/// <summary>A request as received.</summary>
/// <param name="Method">For example <c>POST</c>.</param>
/// <param name="Path">The path including the query.</param>
/// <param name="Headers">The header lines after the request line.</param>
/// <param name="Body">The body as sent, including chunk framing.</param>
public sealed record RawRequest(string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The body as text, one character per byte.</summary>
    public string Text => Encoding.Latin1.GetString(Body.Span);

    /// <summary>The last value of a header; null if there is none.</summary>
    public string? Header(string name) => Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).LastOrDefault();
}

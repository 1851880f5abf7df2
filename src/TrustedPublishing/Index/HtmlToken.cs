using System.Net;

namespace TrustedPublishing.Index;

/// <summary>A token of an HTML page: text, or a tag with its attributes.</summary>
/// <param name="Tag">The tag's name in lower case, prefixed with a slash for a closing tag; null for text.</param>
/// <param name="Text">The text with entities decoded; empty for tags.</param>
/// <param name="Attributes">The attributes by lower-case name, with entities decoded.</param>
internal sealed record HtmlToken(string? Tag, string Text, IReadOnlyDictionary<string, string> Attributes)
{
    private static readonly Dictionary<string, string> None = [];

    public static HtmlToken OfText(string raw) => new(null, WebUtility.HtmlDecode(raw), None);

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);
}

using System.Net;

namespace TrustedPublishing.Index;

/// <summary>A piece of an HTML page: text between tags, or a tag with its attributes.</summary>
/// <param name="Tag">The tag's name in lower case, with a slash before it when it closes; null for text.</param>
/// <param name="Text">The text, entities decoded; empty for tags.</param>
/// <param name="Attributes">The attributes by lower-case name, entities decoded.</param>
internal sealed record HtmlToken(string? Tag, string Text, IReadOnlyDictionary<string, string> Attributes)
{
    private static readonly Dictionary<string, string> None = [];

    public static HtmlToken OfText(string raw) => new(null, WebUtility.HtmlDecode(raw), None);

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);
}

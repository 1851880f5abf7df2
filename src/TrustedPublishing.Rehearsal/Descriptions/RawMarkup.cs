using System.Text.RegularExpressions;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>The HTML in a description that PyPI removes.</summary>
internal static partial class RawMarkup
{
    /// <summary>What is removed, with the line within the markup, starting at 0.</summary>
    public static IEnumerable<(int Line, string Text)> Notes(string markup) => markup.StartsWith("<!--", StringComparison.Ordinal) ? [] :
        from tag in Tag().Matches(markup)
        let line = markup.AsSpan(0, tag.Index).Count('\n')
        from text in OfTag(tag.Groups["name"].Value.ToLowerInvariant(), tag.Groups["attributes"].Value)
        select (line, text);

    private static IEnumerable<string> OfTag(string name, string attributes)
    {
        if (AllowedMarkup.ShownAsText.Contains(name))
        {
            return [$"PyPI shows the tag {name} as text."];
        }

        if (!AllowedMarkup.Tags.Contains(name))
        {
            return [$"PyPI removes the tag {name}; its content stays."];
        }

        return Attribute().Matches(attributes).SelectMany(attribute => OfAttribute(name, attribute.Groups["name"].Value.ToLowerInvariant(), attribute.Groups["value"].Value.Trim('"', '\'')));
    }

    private static IEnumerable<string> OfAttribute(string tag, string name, string value) =>
        !AllowedMarkup.Allows(tag, name) ? [$"PyPI removes the attribute {name} of {tag}."]
        : (tag, name) is ("img", "src") && LinkNotes.OfImage(value) is { } image ? [image]
        : (tag, name) is ("a", "href") && !value.StartsWith('#') && LinkNotes.OfLink(value, new HashSet<string>(), "") is { } link ? [link]
        : [];

    [GeneratedRegex("""<(?<name>[A-Za-z][A-Za-z0-9-]*)(?<attributes>(?>[^<>"']+|"[^"]*"|'[^']*')*)>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<name>[^\s"'<>/=]+)(?:\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")]
    private static partial Regex Attribute();
}

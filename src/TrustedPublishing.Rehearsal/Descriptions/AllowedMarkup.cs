using System.Collections.Frozen;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>The markup that PyPI allows: the lists of readme_renderer 45 (<c>clean.py</c>).</summary>
internal static class AllowedMarkup
{
    public static readonly FrozenSet<string> Tags = Words(
        "a abbr acronym b blockquote code em i li ol strong ul br caption cite col colgroup dd del details div dl dt h1 h2 h3 h4 h5 h6 hr img p pre span sub summary "
        + "sup table tbody td th thead tr tt kbd var input section aside nav figure figcaption picture");

    public static readonly FrozenSet<string> Schemes = Words("http https mailto");

    /// <summary>Tags that the Markdown renderer always shows as text (GitHub Flavored Markdown, "Disallowed Raw HTML").</summary>
    public static readonly FrozenSet<string> ShownAsText = Words("title textarea style xmp iframe noembed noframes script plaintext");

    private static readonly FrozenDictionary<string, FrozenSet<string>> AttributesByTag = new Dictionary<string, FrozenSet<string>>
    {
        ["a"] = Words("href title"),
        ["abbr"] = Words("title"),
        ["acronym"] = Words("title"),
        ["hr"] = Words("class"),
        ["img"] = Words("src width height alt align class"),
        ["span"] = Words("class"),
        ["th"] = Words("align class"),
        ["td"] = Words("align colspan rowspan"),
        ["div"] = Words("align class"),
        ["h1"] = Words("align"),
        ["h2"] = Words("align"),
        ["h3"] = Words("align"),
        ["h4"] = Words("align"),
        ["h5"] = Words("align"),
        ["h6"] = Words("align"),
        ["code"] = Words("class"),
        ["p"] = Words("align class"),
        ["pre"] = Words("class lang"),
        ["ol"] = Words("start"),
        ["input"] = Words("type checked disabled"),
        ["aside"] = Words("class"),
        ["dd"] = Words("class"),
        ["dl"] = Words("class"),
        ["dt"] = Words("class"),
        ["ul"] = Words("class"),
        ["nav"] = Words("class"),
        ["figure"] = Words("class"),
    }.ToFrozenDictionary();

    /// <summary>All attributes that are allowed on any tag.</summary>
    public static IEnumerable<string> Attributes => AttributesByTag.Values.SelectMany(names => names).Append("id").Distinct();

    public static bool Allows(string tag, string attribute) => attribute == "id" || (AttributesByTag.TryGetValue(tag, out var names) && names.Contains(attribute));

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet();
}

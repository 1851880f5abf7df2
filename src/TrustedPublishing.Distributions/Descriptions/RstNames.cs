using System.Globalization;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>The roles and directives that docutils (0.23) has. Sphinx's are not among them, which is why documentation often fails as a description.</summary>
internal static class RstNames
{
    private static readonly HashSet<string> Roles =
    [
        "abbreviation", "ab", "acronym", "ac", "code", "subscript", "sub", "superscript", "sup", "title-reference", "title", "t",
        "pep-reference", "pep", "rfc-reference", "rfc", "emphasis", "strong", "literal", "math",
    ];

    private static readonly HashSet<string> Admonitions =
        ["attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning"];

    private static readonly string[] Plain = ["class", "name"];

    private static readonly string[] Picture = ["align", "alt", "class", "height", "loading", "name", "scale", "target", "width"];

    private static readonly Dictionary<string, RstDirective> Directives = new()
    {
        ["admonition"] = new(1, 0, true, Plain, RstContent.Body),
        ["class"] = new(1, 0, true, null, RstContent.OptionalBody),
        ["code"] = new(0, 1, false, ["class", "force", "name", "number-lines"], RstContent.Text),
        ["compound"] = new(0, 0, false, Plain, RstContent.Body),
        ["container"] = new(0, 1, true, ["name"], RstContent.Body),
        ["contents"] = new(0, 1, true, ["backlinks", "class", "depth", "local"], RstContent.None),
        ["csv-table"] = new(0, 1, true, null, RstContent.NotJudged),
        ["default-role"] = new(0, 1, false, null, RstContent.NotJudged),
        ["epigraph"] = new(0, 0, false, null, RstContent.Body),
        ["figure"] = new(1, 0, true, [.. Picture, "figclass", "figname", "figwidth"], RstContent.OptionalBody),
        ["footer"] = new(0, 0, false, null, RstContent.Body),
        ["header"] = new(0, 0, false, null, RstContent.Body),
        ["highlights"] = new(0, 0, false, null, RstContent.Body),
        ["image"] = new(1, 0, true, Picture, RstContent.None),
        ["line-block"] = new(0, 0, false, Plain, RstContent.NotJudged),
        ["list-table"] = new(0, 1, true, ["align", "class", "header-rows", "name", "stub-columns", "width", "widths"], RstContent.NotJudged),
        ["math"] = new(0, 0, false, Plain, RstContent.Text),
        ["meta"] = new(0, 0, false, null, RstContent.NotJudged),
        ["parsed-literal"] = new(0, 0, false, Plain, RstContent.Inline),
        ["pull-quote"] = new(0, 0, false, null, RstContent.Body),
        ["role"] = new(0, 0, false, null, RstContent.Role),
        ["rubric"] = new(1, 0, true, Plain, RstContent.None),
        ["sectnum"] = new(0, 0, false, ["depth", "prefix", "start", "suffix"], RstContent.None),
        ["sidebar"] = new(0, 1, true, [.. Plain, "subtitle"], RstContent.Body),
        ["table"] = new(0, 1, true, ["align", "class", "name", "width", "widths"], RstContent.NotJudged),
        ["target-notes"] = new(0, 0, false, Plain, RstContent.None),
        ["title"] = new(1, 0, true, null, RstContent.None),
        ["topic"] = new(1, 0, true, Plain, RstContent.Body),
        ["date"] = new(0, 0, false, null, RstContent.Substitution),
        ["replace"] = new(0, 0, false, null, RstContent.Substitution),
        ["unicode"] = new(0, 0, false, null, RstContent.Substitution),
        ["raw"] = new(0, 0, false, null, RstContent.Disabled),
        ["include"] = new(0, 0, false, null, RstContent.Disabled),
    };

    /// <summary>The directive of a name, aliases included; null when docutils has none.</summary>
    public static RstDirective? Directive(string name) => name.ToLowerInvariant() switch
    {
        "code-block" or "sourcecode" => Directives["code"],
        "section-numbering" => Directives["sectnum"],
        var admonition when Admonitions.Contains(admonition) => new(0, 0, true, Plain, RstContent.Body),
        var other => Directives.GetValueOrDefault(other),
    };

    /// <summary>What is wrong with a role in interpreted text, or null.</summary>
    public static string? ProblemOfRole(string role, string content, IReadOnlySet<string> own)
    {
        var name = role.ToLowerInvariant();
        return name switch
        {
            "" => null,
            "pep" or "pep-reference" when !IsNumber(content, 9999) => $"PEP number must be a number from 0 to 9999; \"{content}\" is invalid.",
            "rfc" or "rfc-reference" when !IsNumber(content.Split('#')[0], int.MaxValue) => $"RFC number must be a number greater than or equal to 1; \"{content}\" is invalid.",
            _ when Roles.Contains(name) || own.Contains(name) => null,
            _ => $"Unknown interpreted text role \"{role}\".",
        };
    }

    private static bool IsNumber(string text, int largest)
    {
        var number = text.LastIndexOf('<') is >= 0 and var open && text.EndsWith('>') ? text[(open + 1)..^1] : text;
        return int.TryParse(number.Split('#')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= largest;
    }
}

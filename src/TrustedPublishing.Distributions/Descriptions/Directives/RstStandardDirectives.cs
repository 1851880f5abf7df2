using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Trees;
using static TrustedPublishing.Distributions.Descriptions.Directives.RstDirectiveOptions;
using static TrustedPublishing.Distributions.Descriptions.Directives.RstValues;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>The directives of docutils (0.23). They do not include Sphinx's, which is why documentation often fails as a description.</summary>
internal static class RstStandardDirectives
{
    private static readonly Dictionary<string, RstDirective> Directives = new([.. Bodies(), .. Tables(), .. Pictures(), .. Parts(), .. Texts()]);

    /// <summary>The directive with a name or alias; null if docutils has none.</summary>
    public static RstDirective? Find(string name) => Directives.GetValueOrDefault(name.ToLowerInvariant() switch
    {
        "attention" or "caution" or "danger" or "error" or "hint" or "important" or "tip" or "warning" => "note",
        "code-block" or "sourcecode" => "code",
        "rst-class" => "class",
        "section-numbering" => "sectnum",
        "highlights" or "pull-quote" => "epigraph",
        var other => other,
    });

    private static Dictionary<string, RstDirective> Bodies() => new()
    {
        ["note"] = new(RstBodies.Admonition) { Options = Plain, HasContent = true },
        ["admonition"] = new(RstBodies.Admonition) { Required = 1, TakesSpaces = true, Options = Plain, HasContent = true },
        ["topic"] = new(RstBodies.Topic) { Required = 1, TakesSpaces = true, Options = Plain, HasContent = true },
        ["sidebar"] = new(RstBodies.Sidebar) { Optional = 1, TakesSpaces = true, Options = With(Plain, ("subtitle", Required)), HasContent = true },
        ["epigraph"] = new(RstBodies.Quote) { HasContent = true },
        ["compound"] = new(RstBodies.Compound) { Options = Plain, HasContent = true },
        ["container"] = new(RstBodies.Container) { Optional = 1, TakesSpaces = true, Options = With(None, ("name", Any)), HasContent = true },
    };

    private static Dictionary<string, RstDirective> Tables() => new()
    {
        ["table"] = new(RstTableDirectives.Table) { Optional = 1, TakesSpaces = true, Options = Grid, HasContent = true },
        ["list-table"] = new(RstTableDirectives.List) { Optional = 1, TakesSpaces = true, Options = List, HasContent = true },
        ["csv-table"] = new(RstCsvTable.Read)
        {
            Optional = 1,
            TakesSpaces = true,
            HasContent = true,
            Options = With(List, ("header", Any), ("file", Required), ("url", Required), ("encoding", Encoding), ("delim", Delimiter), ("keepspace", Flag), ("quote", Character), ("escape", Character)),
        },
    };

    private static Dictionary<string, RstDirective> Pictures() => new()
    {
        ["image"] = new(RstImages.Image) { Required = 1, TakesSpaces = true, Options = Picture },
        ["figure"] = new(RstImages.Figure)
        {
            Required = 1,
            TakesSpaces = true,
            HasContent = true,
            Options = With(Picture, ("align", OneOf("left", "center", "right")), ("figwidth", FigureWidth), ("figclass", Classes), ("figname", Any)),
        },
    };

    private static Dictionary<string, RstDirective> Parts() => new()
    {
        ["contents"] = new(RstParts.Contents)
        {
            Optional = 1,
            TakesSpaces = true,
            Options = With(None, ("class", Classes), ("depth", NotNegative), ("local", Flag), ("backlinks", OneOf("top", "entry", "none"))),
        },
        ["sectnum"] = new(RstParts.Later) { Options = With(None, ("depth", Integer), ("start", Integer), ("prefix", Required), ("suffix", Required)) },
        ["header"] = new(call => RstParts.Page(call, RstKind.Header)) { HasContent = true },
        ["footer"] = new(call => RstParts.Page(call, RstKind.Footer)) { HasContent = true },
        ["target-notes"] = new(RstParts.Later) { Options = With(None, ("class", Classes)) },
        ["meta"] = new(RstMeta.Read) { HasContent = true },
        ["raw"] = new(Disabled) { Required = 1, TakesSpaces = true, HasContent = true, Options = With(None, ("class", Classes), ("file", Required), ("url", Required), ("encoding", Encoding)) },
        ["include"] = new(Disabled)
        {
            Required = 1,
            TakesSpaces = true,
            Options = With(Plain, ("literal", Flag), ("code", Any), ("encoding", Encoding), ("parser", Any), ("tab-width", Integer), ("start-line", Integer), ("end-line", Integer),
                ("start-after", Any), ("end-before", Any), ("number-lines", IntegerOrNone)),
        },
        ["title"] = new(_ => []) { Required = 1, TakesSpaces = true },
    };

    private static Dictionary<string, RstDirective> Texts() => new()
    {
        ["line-block"] = new(RstTexts.LineBlock) { Options = Plain, HasContent = true },
        ["parsed-literal"] = new(RstTexts.ParsedLiteral) { Options = Plain, HasContent = true },
        ["code"] = new(RstTexts.Code) { Optional = 1, Options = With(Plain, ("number-lines", IntegerOrNone)), HasContent = true },
        ["math"] = new(RstTexts.Math) { Options = Plain, HasContent = true },
        ["rubric"] = new(RstTexts.Rubric) { Required = 1, TakesSpaces = true, Options = Plain },
        ["replace"] = new(RstReplacements.Replace) { HasContent = true },
        ["unicode"] = new(RstReplacements.Unicode) { Required = 1, TakesSpaces = true, Options = With(None, ("trim", Flag), ("ltrim", Flag), ("rtrim", Flag)) },
        ["date"] = new(RstReplacements.Date) { HasContent = true },
        ["role"] = new(RstRoleDirectives.Role) { HasContent = true },
        ["default-role"] = new(RstRoleDirectives.Default) { Optional = 1 },
        ["class"] = new(RstBodies.Class) { Required = 1, TakesSpaces = true, HasContent = true },
        ["restructuredtext-test-directive"] = new(_ => [RstReporter.Notice()]) { Optional = 1, TakesSpaces = true, Options = With(None, ("option", Required)), HasContent = true },
    };

    private static List<RstNode> Disabled(RstDirectiveCall call) => call.Problem($"\"{call.Name}\" directive disabled.");
}

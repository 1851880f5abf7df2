using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>PyPI converts quotation marks to those of the text's language, which is set by a class such as <c>language-de</c>.</summary>
internal static class RstQuotationMarks
{
    private const string Prefix = "language-";

    private static readonly HashSet<string> Languages =
    [
        .. "af bg ca cs da de el en eo es et eu fi fr ga gl he hr hsb hu it ja ko lt lv mk nl no nb nn pl pt ro ru sh sk sl sq sr sv tr uk zh-cn zh-tw".Split(' '),
    ];

    public static void Apply(RstDocument document)
    {
        HashSet<string> unknown = [];
        var waiting = new Stack<(RstNode Node, string Language)>([(document, "en")]);
        while (waiting.TryPop(out var next))
        {
            var language = next.Node.Classes.Find(name => name.StartsWith(Prefix, StringComparison.Ordinal))?[Prefix.Length..] ?? next.Language;
            var isText = RstKinds.HoldsText(next.Node.Kind) && !RstKinds.IsFixedText(next.Node.Kind) && !RstKinds.IsInvisible(next.Node.Kind);
            if (isText && !(Languages.Contains(language.Split('-')[0]) || Languages.Contains(language)) && unknown.Add(language))
            {
                document.Reporter.Problem($"No smart quotes defined for language \"{language}\".", next.Node);
            }

            foreach (var child in isText ? [] : next.Node.Children.AsEnumerable().Reverse())
            {
                waiting.Push((child, language));
            }
        }
    }
}

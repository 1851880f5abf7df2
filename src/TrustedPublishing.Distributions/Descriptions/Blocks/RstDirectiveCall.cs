using TrustedPublishing.Distributions.Descriptions.Inline;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>One directive in a document, taken apart.</summary>
/// <param name="Blocks">Where it stands.</param>
/// <param name="Name">As the document writes it.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Parts">Its arguments, options and content.</param>
/// <param name="Substitution">The name of the substitution that it defines; null elsewhere.</param>
internal sealed record RstDirectiveCall(RstBlocks Blocks, string Name, int Line, RstDirectiveParts Parts, string? Substitution)
{
    public RstDocument Document => Blocks.Document;

    public RstReporter Reporter => Blocks.Reporter;

    public RstLines Content => Parts.Content;

    public string? Argument => Parts.Arguments.Count > 0 ? Parts.Arguments[0] : null;

    public bool Has(string option) => Parts.Options.ContainsKey(option);

    /// <summary>The value of an option; null when it is not given or has none.</summary>
    public string? Option(string name) => Parts.Options.GetValueOrDefault(name);

    public List<RstNode> Problem(string text) => [Reporter.Problem(text, Line)];

    /// <summary>The problem of a directive whose content is missing.</summary>
    public List<RstNode>? WithoutContent() => Content.Count == 0 ? Problem($"Content block expected for the \"{Name}\" directive; none found.") : null;

    public RstInlineText Inline(string text) => Blocks.Inline(text, Line);

    /// <summary>Reads the content as blocks.</summary>
    public void Nested(RstNode into) => Blocks.Nested(Content, Parts.ContentOffset, into);

    /// <summary>Gives an element the name and the classes that the options say.</summary>
    public RstNode Named(RstNode node)
    {
        node.Classes.AddRange(Classes(Option("class")));
        if (Has("name"))
        {
            node.Names.Add(RstText.Normal(Option("name") ?? ""));
            Document.AddExplicit(node, node);
        }

        return node;
    }

    public static IEnumerable<string> Classes(string? option) => (option ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(RstText.Identifier);
}

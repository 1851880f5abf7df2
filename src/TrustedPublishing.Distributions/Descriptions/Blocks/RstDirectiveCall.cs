using TrustedPublishing.Distributions.Descriptions.Inline;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>One parsed occurrence of a directive in a document.</summary>
/// <param name="Blocks">The surrounding blocks.</param>
/// <param name="Name">The name as written in the document.</param>
/// <param name="Line">Its first line.</param>
/// <param name="Parts">Its arguments, options and content.</param>
/// <param name="Substitution">The name of the substitution that it defines, if any; otherwise null.</param>
internal sealed record RstDirectiveCall(RstBlocks Blocks, string Name, int Line, RstDirectiveParts Parts, string? Substitution)
{
    public RstDocument Document => Blocks.Document;

    public RstReporter Reporter => Blocks.Reporter;

    public RstLines Content => Parts.Content;

    public string? Argument => Parts.Arguments.Count > 0 ? Parts.Arguments[0] : null;

    public bool Has(string option) => Parts.Options.ContainsKey(option);

    /// <summary>The value of an option; null if it is not given or has no value.</summary>
    public string? Option(string name) => Parts.Options.GetValueOrDefault(name);

    public List<RstNode> Problem(string text) => [Reporter.Problem(text, Line)];

    /// <summary>The problem of missing content.</summary>
    public List<RstNode>? WithoutContent() => Content.Count == 0 ? Problem($"Content block expected for the \"{Name}\" directive; none found.") : null;

    public RstInlineText Inline(string text) => Blocks.Inline(text, Line);

    /// <summary>Parses the content as blocks.</summary>
    public void Nested(RstNode into) => Blocks.Nested(Content, Parts.ContentOffset, into);

    /// <summary>Sets the name and classes given by the options.</summary>
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

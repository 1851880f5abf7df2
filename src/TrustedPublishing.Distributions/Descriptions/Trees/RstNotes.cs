namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>Footnotes and citations, and the references to them.</summary>
internal sealed class RstNotes
{
    public List<RstNode> Numbered { get; } = [];

    public List<RstNode> NumberedReferences { get; } = [];

    public List<RstNode> Symbols { get; } = [];

    public List<RstNode> SymbolReferences { get; } = [];

    /// <summary>Footnotes with an explicit number.</summary>
    public List<RstNode> Footnotes { get; } = [];

    public List<RstNode> Citations { get; } = [];

    public Dictionary<string, List<RstNode>> FootnoteReferences { get; } = [];

    public Dictionary<string, List<RstNode>> CitationReferences { get; } = [];
}

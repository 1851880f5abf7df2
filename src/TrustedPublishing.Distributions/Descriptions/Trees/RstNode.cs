using System.Collections.ObjectModel;

namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>An element of a document, or a piece of text.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="text">The text, with escaped characters marked; for other elements, their source.</param>
internal partial class RstNode(RstKind kind, string text = "")
{
    public RstKind Kind => kind;

    public string Source => text;

    public List<string> Names { get; } = [];

    /// <summary>Names that another element has as well.</summary>
    public List<string> DuplicateNames { get; } = [];

    public List<int> Ids { get; } = [];

    public List<string> Classes { get; init; } = [];

    /// <summary>The name of its destination.</summary>
    public string? ReferenceName { get; set; }

    /// <summary>The address of its destination.</summary>
    public string? Address { get; set; }

    public int? ReferenceId { get; set; }

    public bool IsAnonymous { get; init; }

    /// <summary><c>#</c> for a footnote that is numbered, <c>*</c> for one that gets a symbol.</summary>
    public char? Automatic { get; init; }

    public bool IsResolved { get; set; }

    /// <summary>The address of an image to embed into the page, which PyPI does not do.</summary>
    public string? Embedded { get; init; }

    /// <summary>The footnote or citation that a reference points to.</summary>
    public RstNode? Note { get; set; }

    /// <summary>The number or symbol of a numbered footnote.</summary>
    public string? Mark { get; set; }

    /// <summary>Further attributes that are shown on a page, by their docutils names. No rule depends on them.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Its line, if one was assigned.</summary>
    public int? Line { get; private set; }

    /// <summary>Whether it has a position, possibly without a line.</summary>
    public bool IsPlaced { get; private set; }

    public static RstNode Create(RstKind kind, IEnumerable<RstNode> children)
    {
        var node = new RstNode(kind);
        node.AddAll(children);
        return node;
    }

    public RstNode At(int? line)
    {
        (Line, IsPlaced) = (line, line is not null);
        return this;
    }

    public virtual RstNode Copy()
    {
        var copy = new RstNode(kind, text) { ReferenceName = ReferenceName, Address = Address, IsAnonymous = IsAnonymous, Automatic = Automatic, Embedded = Embedded, Classes = [.. Classes], Attributes = Attributes }.At(Line);
        copy.AddAll(Children.Select(child => child.Copy()));
        return copy;
    }
}

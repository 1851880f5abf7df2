using System.Collections.ObjectModel;
using System.Text;
using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>An element of a document, or a piece of text.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="text">The text, with escaped characters marked; for other elements, their source.</param>
internal class RstNode(RstKind kind, string text = "")
{
    private int index;

    public RstKind Kind => kind;

    public string Source => text;

    public RstNode? Parent { get; private set; }

    /// <summary>Its index among its parent's children; -1 if it has been removed.</summary>
    public int Index
    {
        get
        {
            if (Parent is { } parent && !(index >= 0 && index < parent.Children.Count && parent.Children[index] == this))
            {
                index = parent.Children.IndexOf(this);
            }

            return index = Parent is null ? -1 : index;
        }
    }

    public List<RstNode> Children { get; } = [];

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

    public void Add(RstNode child) => Insert(Children.Count, child);

    public void AddAll(IEnumerable<RstNode> children)
    {
        foreach (var child in children.ToArray())
        {
            Add(child);
        }
    }

    public void Insert(int place, RstNode child)
    {
        (child.Parent, child.index) = (this, place);
        if (child.Kind != RstKind.Text && Root is RstDocument { Position.IsOver: false } document)
        {
            (child.Line, child.IsPlaced) = (child.Line ?? document.Position.Line, true);
        }

        Children.Insert(place, child);
    }

    public void Remove(RstNode child) => Children.Remove(child);

    public void ReplaceSelf(params IReadOnlyCollection<RstNode> others)
    {
        if (Parent is { } parent && Index is >= 0 and var place)
        {
            parent.Children.RemoveAt(place);
            foreach (var other in others)
            {
                parent.Insert(place++, other);
            }
        }
    }

    /// <summary>The nearest position: its own or that of an ancestor. Null if there is none; it may be without a line.</summary>
    public RstNode? Place()
    {
        var node = this;
        while (node is not null && !node.IsPlaced && node.Line is null)
        {
            node = node.Parent;
        }

        return node;
    }

    /// <summary>This element and all descendants, in document order.</summary>
    public IEnumerable<RstNode> All()
    {
        var waiting = new Stack<RstNode>([this]);
        while (waiting.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                waiting.Push(node.Children[i]);
            }
        }
    }

    public IEnumerable<RstNode> All(RstKind wanted) => All().Where(node => node.Kind == wanted);

    /// <summary>The next element in document order, starting with its own children if <paramref name="descends"/> is set.</summary>
    public RstNode? Next(bool descends)
    {
        if (descends && Children.Count > 0)
        {
            return Children[0];
        }

        for (var node = this; node.Parent is { } parent; node = parent)
        {
            if (node.Index + 1 < parent.Children.Count)
            {
                return parent.Children[node.Index + 1];
            }
        }

        return null;
    }

    public virtual RstNode Copy()
    {
        var copy = new RstNode(kind, text) { ReferenceName = ReferenceName, Address = Address, IsAnonymous = IsAnonymous, Automatic = Automatic, Embedded = Embedded, Classes = [.. Classes], Attributes = Attributes }.At(Line);
        copy.AddAll(Children.Select(child => child.Copy()));
        return copy;
    }

    /// <summary>Its text, with escapes resolved.</summary>
    public string Plain()
    {
        var plain = new StringBuilder();
        foreach (var node in All())
        {
            plain.Append(node.Kind is RstKind.Text or RstKind.Image ? RstText.Unescape(node.Source) : "");
        }

        return plain.ToString();
    }

    private RstNode Root
    {
        get
        {
            var node = this;
            while (node.Parent is { } parent)
            {
                node = parent;
            }

            return node;
        }
    }
}

namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>The place of an element in its tree.</summary>
internal partial class RstNode
{
    private int index;

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
}

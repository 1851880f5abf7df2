using System.Text;
using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>The ways through the tree from an element.</summary>
internal partial class RstNode
{
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

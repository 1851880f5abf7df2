using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Transforms;

/// <summary>Reads the bibliographic fields: a field list at the start of a document with its author, version and so on.</summary>
internal sealed class RstDocInfo(RstDocument document)
{
    private static readonly HashSet<string> Known =
        ["author", "authors", "organization", "address", "contact", "version", "revision", "status", "date", "copyright", "dedication", "abstract"];

    private readonly HashSet<string> topics = [];
    private readonly List<RstNode> info = [];
    private readonly List<RstNode> after = [];

    public void Apply()
    {
        if (document.Children.Find(child => !RstKinds.IsPreBibliographic(child.Kind)) is not { Kind: RstKind.FieldList } fields)
        {
            return;
        }

        foreach (var field in fields.Children.ToArray())
        {
            Read(field);
        }

        document.Remove(fields);
        var index = document.Children.TakeWhile(child => child.Kind is RstKind.Title or RstKind.Subtitle or RstKind.Rubric or RstKind.Decoration or RstKind.Meta).Count();
        foreach (var node in after.Prepend(RstNode.Create(RstKind.DocInfo, info)).Where(node => node.Kind != RstKind.DocInfo || node.Children.Count > 0).Reverse())
        {
            document.Insert(index, node);
        }
    }

    private void Read(RstNode field)
    {
        var (name, body) = (field.Children[0].Children.FirstOrDefault()?.Plain() ?? "", field.Children[1]);
        var known = RstText.Normal(name);
        var isTopic = known is "dedication" or "abstract";
        var problem = !Known.Contains(known) ? null
            : body.Children.Count == 0 ? $"Cannot extract empty bibliographic field \"{name}\"."
            : known == "authors" ? HasAuthors(body) ? null : $"Cannot extract \"{name}\" from bibliographic field:\n{Authors(name)}"
            : isTopic ? topics.Add(known) ? null : $"There can only be one \"{name}\" field."
            : IsParagraph(body) ? null : $"Bibliographic field \"{name}\"\nmust contain a single <paragraph>, not {Content(body)}.";
        if (problem is not null)
        {
            document.Reporter.Problem(problem, field);
        }

        if (problem is null && isTopic)
        {
            after.Add(RstNode.Create(RstKind.Topic, [RstNode.Create(RstKind.Title, [new(RstKind.Text, known == "abstract" ? "Abstract" : "Dedication")]), .. body.Children]));
        }
        else
        {
            info.Add(problem is null && Known.Contains(known) ? Item(known, body) : field);
        }
    }

    private static RstNode Item(string known, RstNode body) => known == "authors" ? RstNode.Create(RstKind.Authors, body.Children)
        : Item(known, body.Children[0].Kind == RstKind.Paragraph ? body.Children[0].Children : body.Children);

    private static RstNode Item(string known, List<RstNode> children)
    {
        var item = new RstNode(RstKind.DocInfoItem, known);
        item.AddAll(children);
        return item;
    }

    /// <summary>A single paragraph, or an initial and a name that look like an item of an enumerated list.</summary>
    private static bool IsParagraph(RstNode body) => body.Children is [{ Kind: RstKind.Paragraph }]
        || (body.Children[0].Kind == RstKind.EnumeratedList && !body.Source.Trim().Contains('\n', StringComparison.Ordinal));

    private static bool HasAuthors(RstNode body) => body.Children switch
    {
        [{ Kind: RstKind.Paragraph }] => HasNames(body),
        [{ Kind: RstKind.BulletList } list] => list.Children.Count > 0 && list.Children.All(item => item.Children is [{ Kind: RstKind.Paragraph }]),
        [_] => false,
        _ => body.Children.All(child => child.Kind is RstKind.Paragraph or RstKind.Comment) && body.Children.Exists(child => child is { Kind: RstKind.Paragraph, Children.Count: > 0 }),
    };

    private static bool HasNames(RstNode body)
    {
        var text = string.Concat(body.All(RstKind.Text).Select(node => node.Source));
        return text.Split(text.Contains(';', StringComparison.Ordinal) ? ';' : ',').Any(name => name.Trim().Length > 0);
    }

    private static string Content(RstNode body)
    {
        string[] kinds = [.. body.Children.Where(child => child.Kind != RstKind.SystemMessage).Select(child => $"<{child.Kind}>")];
        return kinds.Length > 1 ? $"[{string.Join(", ", kinds)}]" : $"a {string.Concat(kinds)}";
    }

    private static string Authors(string name) => $"Bibliographic field \"{name}\" must contain either\n a single paragraph (with author names separated by a character from the set \";,\"),\n"
        + " multiple paragraphs (one per author),\n or a bullet list with one author name per item.";
}

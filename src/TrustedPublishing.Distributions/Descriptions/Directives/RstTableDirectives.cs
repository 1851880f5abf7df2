using System.Globalization;
using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Inline;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>Tables with titles, and tables written as lists.</summary>
internal static class RstTableDirectives
{
    public static IEnumerable<RstNode> Table(RstDirectiveCall call)
    {
        if (call.Content.Count == 0)
        {
            return call.Problem($"Content block expected for the \"{call.Name}\" directive; none found.");
        }

        var title = Title(call);
        var content = new RstNode(RstKind.Loose);
        call.Nested(content);
        if (content.Children is not [{ Kind: RstKind.Table } table])
        {
            return call.Problem($"Error parsing content block for the \"{call.Name}\" directive: exactly one table expected.");
        }

        return RstTableChecks.WrongWidths(call, int.Parse(table.Source, CultureInfo.InvariantCulture)) ?? Titled(call, table.At(call.Blocks.Cursor.InDocument(call.Line)), title);
    }

    /// <summary>A bullet list of rows, each a bullet list of cells.</summary>
    public static IEnumerable<RstNode> List(RstDirectiveCall call)
    {
        if (call.Content.Count == 0)
        {
            return call.Problem($"The \"{call.Name}\" directive is empty; content required.");
        }

        var title = Title(call);
        var content = new RstNode(RstKind.Loose);
        call.Nested(content);
        if (RstTableChecks.WrongList(call, content) is { } problem)
        {
            return call.Problem(problem);
        }

        var rows = content.Children[0].Children.ConvertAll(row => row.Children[0].Children);
        if ((RstTableChecks.WrongWidths(call, rows[0].Count) ?? RstTableChecks.WrongSize(call, [.. rows.Select(row => row.Count)])) is { } wrong)
        {
            return wrong;
        }

        var table = new RstNode(RstKind.Table, $"{rows[0].Count}") { Attributes = new Dictionary<string, string> { ["head"] = $"{Count(call, "header-rows")}", ["stubs"] = $"{Count(call, "stub-columns")}" } }.At(call.Blocks.Cursor.InDocument(call.Line));
        table.AddAll(rows.Select(row => RstNode.Create(RstKind.Row, row.Select(cell => RstNode.Create(RstKind.Entry, cell.Children)))));
        return Titled(call, table, title);
    }

    public static RstInlineText? Title(RstDirectiveCall call) => call.Argument is { } title ? call.Inline(title) : null;

    /// <summary>A table with its title, name and classes.</summary>
    public static List<RstNode> Titled(RstDirectiveCall call, RstNode table, RstInlineText? title)
    {
        call.Named(table);
        if (title is not null)
        {
            table.Insert(0, RstNode.Create(RstKind.Title, title.Nodes).At(call.Blocks.Cursor.InDocument(call.Line)));
        }

        return [table, .. title?.Messages ?? []];
    }

    /// <summary>The number given by an option; 0 if it is not given.</summary>
    public static int Count(RstDirectiveCall call, string option) =>
        PythonInteger.TryParse(call.Option(option), out var count) ? (int)System.Numerics.BigInteger.Min(count, int.MaxValue) : 0;
}

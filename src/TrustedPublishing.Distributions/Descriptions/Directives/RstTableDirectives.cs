using System.Globalization;
using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Inline;
using TrustedPublishing.Distributions.Descriptions.Trees;
using TrustedPublishing.Distributions.Grammar;

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

        return WrongWidths(call, int.Parse(table.Source, CultureInfo.InvariantCulture)) ?? Titled(call, table.At(call.Blocks.Cursor.InDocument(call.Line)), title);
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
        if (WrongList(call, content) is { } problem)
        {
            return call.Problem(problem);
        }

        var rows = content.Children[0].Children.ConvertAll(row => row.Children[0].Children);
        if ((WrongWidths(call, rows[0].Count) ?? WrongSize(call, [.. rows.Select(row => row.Count)])) is { } wrong)
        {
            return wrong;
        }

        var table = new RstNode(RstKind.Table, $"{rows[0].Count}") { Attributes = new Dictionary<string, string> { ["head"] = $"{Count(call, "header-rows")}", ["stubs"] = $"{Count(call, "stub-columns")}" } }.At(call.Blocks.Cursor.InDocument(call.Line));
        table.AddAll(rows.Select(row => RstNode.Create(RstKind.Row, row.Select(cell => RstNode.Create(RstKind.Entry, cell.Children)))));
        return Titled(call, table, title);
    }

    public static RstInlineText? Title(RstDirectiveCall call) => call.Argument is { } title ? call.Inline(title) : null;

    /// <summary>
    /// The problem of a table whose number of columns differs from the number of widths; null if they match or no widths are given.
    /// </summary>
    public static List<RstNode>? WrongWidths(RstDirectiveCall call, int columns)
    {
        if (call.Option("widths") is { } widths and not ("auto" or "grid"))
        {
            var count = widths.Contains(',', StringComparison.Ordinal) ? widths.Split(',').Length : PythonText.Words(widths).Count();
            return count == columns ? null : call.Problem($"\"{call.Name}\" widths do not match the number of columns in table ({columns}).");
        }

        return columns > 0 ? null : call.Problem("No table data detected in CSV file.");
    }

    /// <summary>The problem of too few rows or columns; null if there are enough.</summary>
    public static List<RstNode>? WrongSize(RstDirectiveCall call, IReadOnlyList<int> rows)
    {
        var headers = Count(call, "header-rows");
        var stubs = Count(call, "stub-columns");
        var shortest = rows.FirstOrDefault(columns => columns < stubs || (columns == stubs && stubs > 0), -1);
        return rows.Count < headers ? call.Problem($"{headers} header row(s) specified but only {rows.Count} row(s) of data supplied (\"{call.Name}\" directive).")
            : rows.Count == headers && headers > 0 ? call.Problem($"Insufficient data supplied ({rows.Count} row(s)); no data remaining for table body, required by \"{call.Name}\" directive.")
            : shortest < 0 ? null
            : shortest < stubs ? call.Problem($"{stubs} stub column(s) specified but only {shortest} columns(s) of data supplied (\"{call.Name}\" directive).")
            : call.Problem($"Insufficient data supplied ({shortest} columns(s)); no data remaining for table body, required by \"{call.Name}\" directive.");
    }

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

    private static string? WrongList(RstDirectiveCall call, RstNode content)
    {
        var start = $"Error parsing content block for the \"{call.Name}\" directive: ";
        if (content.Children is not [{ Kind: RstKind.BulletList } list])
        {
            return $"{start}exactly one bullet list expected.";
        }

        var columns = list.Children[0].Children.FirstOrDefault()?.Children.Count ?? 0;
        foreach (var (index, row) in list.Children.Index())
        {
            if (row.Children is not [{ Kind: RstKind.BulletList } cells])
            {
                return $"{start}two-level bullet list expected, but row {index + 1} does not contain a second-level bullet list.";
            }

            if (cells.Children.Count != columns)
            {
                return $"{start}uniform two-level bullet list expected, but row {index + 1} does not contain the same number of items as row 1 ({cells.Children.Count} vs {columns}).";
            }
        }

        return null;
    }
}

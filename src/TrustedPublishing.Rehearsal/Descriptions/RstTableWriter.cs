using System.Globalization;
using TrustedPublishing.Distributions.Descriptions.Trees;
using TrustedPublishing.Rehearsal.Markup;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>Writes tables.</summary>
internal static class RstTableWriter
{
    public static Html Write(RstNode table, Func<RstNode, Html> title, Func<RstNode, Html> entry)
    {
        RstNode[] rows = [.. table.Children.Where(child => child.Kind == RstKind.Row)];
        var (head, stubs) = (Number(table, "head"), Number(table, "stubs"));
        return Html.Format(
            $"""
            <table>
            {Html.Each(table.Children.Where(child => child.Kind == RstKind.Title), child => Html.Format($"<caption>{title(child)}</caption>\n"))}{Html.If(head > 0, () => Html.Format($"<thead>\n{Html.Each(rows.Take(head), row => Row(row, int.MaxValue, entry))}</thead>\n"))}<tbody>
            {Html.Each(rows.Skip(head), row => Row(row, stubs, entry))}</tbody>
            </table>

            """);
    }

    private static Html Row(RstNode row, int headers, Func<RstNode, Html> entry) =>
        Html.Format($"<tr>{Html.Each(row.Children.Index(), cell => Cell(cell.Item, cell.Index < headers, entry))}</tr>\n");

    private static Html Cell(RstNode cell, bool isHeader, Func<RstNode, Html> entry) => isHeader
        ? Html.Format($"<th{Span(cell, "colspan")}{Span(cell, "rowspan")}>{entry(cell)}</th>")
        : Html.Format($"<td{Span(cell, "colspan")}{Span(cell, "rowspan")}>{entry(cell)}</td>");

    private static Html Span(RstNode cell, string name) => Number(cell, name) is > 1 and var span ? Html.Format($" {name}=\"{span}\"") : Html.Empty;

    private static int Number(RstNode node, string name) =>
        int.TryParse(node.Attributes.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

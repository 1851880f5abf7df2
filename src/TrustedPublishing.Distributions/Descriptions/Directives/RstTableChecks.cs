using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Trees;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>Checks the shape of tables.</summary>
internal static class RstTableChecks
{
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
        var headers = RstTableDirectives.Count(call, "header-rows");
        var stubs = RstTableDirectives.Count(call, "stub-columns");
        var shortest = rows.FirstOrDefault(columns => columns < stubs || (columns == stubs && stubs > 0), -1);
        return rows.Count < headers ? call.Problem($"{headers} header row(s) specified but only {rows.Count} row(s) of data supplied (\"{call.Name}\" directive).")
            : rows.Count == headers && headers > 0 ? call.Problem($"Insufficient data supplied ({rows.Count} row(s)); no data remaining for table body, required by \"{call.Name}\" directive.")
            : shortest < 0 ? null
            : shortest < stubs ? call.Problem($"{stubs} stub column(s) specified but only {shortest} columns(s) of data supplied (\"{call.Name}\" directive).")
            : call.Problem($"Insufficient data supplied ({shortest} columns(s)); no data remaining for table body, required by \"{call.Name}\" directive.");
    }

    /// <summary>The problem of a list that does not have the shape of a table; null if it has.</summary>
    public static string? WrongList(RstDirectiveCall call, RstNode content)
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

using TrustedPublishing.Distributions.Descriptions.Blocks;
using TrustedPublishing.Distributions.Descriptions.Inline;
using TrustedPublishing.Distributions.Descriptions.Lines;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Directives;

/// <summary>Tables in comma-separated form.</summary>
internal static class RstCsvTable
{
    public static IEnumerable<RstNode> Read(RstDirectiveCall call)
    {
        if (call.Has("file") || call.Has("url"))
        {
            return call.Problem($"File and URL access deactivated; ignoring \"{call.Name}\" directive.");
        }

        var title = RstTableDirectives.Title(call);
        if (call.Content.Count == 0)
        {
            return call.Problem($"The \"{call.Name}\" directive requires content; none supplied.");
        }

        List<List<string>> head, rows;
        try
        {
            var reader = CsvReader.Create(call.Option("delim"), call.Option("quote"), call.Option("escape"), keepsSpace: call.Has("keepspace"));
            head = call.Has("header") ? reader.Rows((call.Option("header") ?? "").Split('\n')) : [];
            rows = reader.Rows(call.Content.Texts);
        }
        catch (ArgumentException problem)
        {
            // Since Python 3.13 this is not one of the csv module's own errors, which docutils would report.
            return [call.Reporter.Problem($"Error with CSV data in \"{call.Name}\" directive:\n{problem.Message}", call.Line, breaksOff: true)];
        }
        catch (FormatException problem)
        {
            return call.Problem($"Error with CSV data in \"{call.Name}\" directive:\n{problem.Message}");
        }

        return Build(call, title, head, rows);
    }

    private static List<RstNode> Build(RstDirectiveCall call, RstInlineText? title, List<List<string>> head, List<List<string>> rows)
    {
        List<List<string>> all = [.. head, .. rows];
        var columns = all.Select(row => row.Count).DefaultIfEmpty(0).Max();
        if ((RstTableChecks.WrongSize(call, [.. rows.Select(row => row.Count)]) ?? RstTableChecks.WrongWidths(call, columns)) is { } wrong)
        {
            return wrong;
        }

        var cells = new RstTableCells(columns, [.. all.Select(row => (IReadOnlyList<RstCell>)[.. row.Select(cell => new RstCell(0, RstLines.FromTexts(PythonLines.Split(cell))))])], head.Count + RstTableDirectives.Count(call, "header-rows"));
        var table = RstTables.Build(call.Blocks, cells, call.Parts.ContentOffset).At(call.Blocks.Cursor.InDocument(call.Line));
        return RstTableDirectives.Titled(call, table, title);
    }
}

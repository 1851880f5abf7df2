namespace TrustedPublishing.Nuke.Reporting;

/// <summary>The report as text: one row per file, with its address below.</summary>
internal static class ReportTable
{
    public static IReadOnlyList<string> Lines(PublishReport report)
    {
        string[] header = ["File", "Size", "Outcome", "SHA-256"];
        var rows = report.Files.Select(file => (string[])[file.FileName, Sizes.Text(file.Size), Outcomes.Final(file), file.Sha256]).ToArray();
        var widths = header.Select((title, column) => rows.Select(row => row[column].Length).Append(title.Length).Max()).ToArray();
        var lines = new List<string> { Line(header, widths), Line([.. widths.Select(width => new string('-', width))], widths) };
        foreach (var (file, row) in report.Files.Zip(rows))
        {
            lines.Add(Line(row, widths));
            if (Outcomes.IsThere(file) && file.Url is not null)
            {
                lines.Add($"  {file.Url}");
            }

            if (file.Message is not null)
            {
                lines.Add($"  {file.Message}");
            }
        }

        return lines;
    }

    private static string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, column) => column == 1 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd();
}

using System.Text;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>The result as Markdown for the CI system's page of the run.</summary>
internal static class StepSummary
{
    public static string Markdown(PublishReport? report, PublishException? failure)
    {
        var text = new StringBuilder();
        if (report is not null)
        {
            Append(text, report);
        }

        if (failure is not null)
        {
            text.Append("\n#### ").Append(failure.Failure).Append("\n\n```text\n")
                .Append(failure.Message.Replace("```", "'''", StringComparison.Ordinal)).Append("\n```\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, PublishReport report)
    {
        text.Append("### ").Append(Title(report)).Append("\n\n| File | Size | Outcome | SHA-256 |\n|---|--:|---|---|\n");
        foreach (var file in report.Files)
        {
            var name = file.Url is null || !Outcomes.IsThere(file) ? Code(file.FileName) : $"[{Code(file.FileName)}]({file.Url})";
            text.Append("| ").Append(name).Append(" | ").Append(Sizes.Text(file.Size)).Append(" | ")
                .Append(Outcomes.Final(file)).Append(file.Message is null ? "" : $": {Cell(file.Message)}")
                .Append(" | ").Append(Code(file.Sha256)).Append(" |\n");
        }

        foreach (var warning in report.Warnings)
        {
            text.Append("\n- ⚠ ").Append(warning.FileName is null ? "" : $"{Code(warning.FileName)}: ").Append(Cell(warning.Text)).Append(' ').Append(Cell(warning.Remedy)).Append('\n');
        }
    }

    private static string Title(PublishReport report)
    {
        var name = $"{report.Project} {report.Version}";
        var page = report.Index.ReleasePage(report.Project, report.Version);
        var linked = page is null ? name : $"[{name}]({page})";
        return report.Succeeded ? $"Published {linked} to {report.Index}" : $"{linked} is not completely on {report.Index}";
    }

    private static string Code(string text) => $"`{Cell(text).Replace("`", "'", StringComparison.Ordinal)}`";

    /// <summary>A table cell: one line, no column separator, no markup that the index's or an archive's text could bring along.</summary>
    private static string Cell(string text) => text.ReplaceLineEndings(" ")
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal);
}

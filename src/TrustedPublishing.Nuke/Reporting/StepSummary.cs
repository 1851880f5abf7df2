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
            text.Append("\n#### ").Append(failure.Failure).Append("\n\n").Append(MarkdownText.Block(failure.Message))
                .Append("\n\n[").Append(failure.Failure).Append(" in the manual](").Append(failure.HelpLink).Append(")\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, PublishReport report)
    {
        text.Append("### ").Append(Title(report)).Append("\n\n| File | Size | Outcome | SHA-256 |\n|---|--:|---|---|\n");
        foreach (var file in report.Files)
        {
            text.Append("| ").Append(MarkdownText.Link(MarkdownText.Code(file.FileName), Outcomes.IsThere(file) ? file.Url : null))
                .Append(" | ").Append(Sizes.Text(file.Size))
                .Append(" | ").Append(Outcomes.Final(file)).Append(file.Message is null ? "" : $": {MarkdownText.Inline(file.Message)}")
                .Append(" | ").Append(MarkdownText.Code(file.Sha256)).Append(" |\n");
        }

        foreach (var warning in report.Warnings)
        {
            text.Append("\n- ⚠ ").Append(warning.FileName is null ? "" : $"{MarkdownText.Code(warning.FileName)}: ")
                .Append(MarkdownText.Inline($"{warning.Text} {warning.Remedy}")).Append('\n');
        }
    }

    private static string Title(PublishReport report)
    {
        var name = MarkdownText.Link(MarkdownText.Inline($"{report.Project} {report.Version}"), report.Index.ReleasePage(report.Project, report.Version));
        var index = MarkdownText.Inline(report.Index.Name);
        return report.Succeeded ? $"Published {name} to {index}" : $"{name} is incomplete on {index}";
    }
}

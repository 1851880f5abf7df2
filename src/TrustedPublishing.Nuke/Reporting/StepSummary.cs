using System.Text;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>The result as Markdown for the summary page of the CI run.</summary>
internal static class StepSummary
{
    public static string Markdown(IReadOnlyList<ReleaseResult> results) => results is [var only]
        ? Markdown(only)
        : string.Join('\n', results.Select(Markdown).Prepend(Overview(results)));

    /// <summary>Several releases in a table, in order.</summary>
    private static string Overview(IReadOnlyList<ReleaseResult> results)
    {
        var text = new StringBuilder($"## {results.Count(result => result.Succeeded)} of {results.Count} releases are published\n\n| Index | Release | Files | Outcome |\n|---|---|---|---|\n");
        foreach (var result in results)
        {
            text.Append("| ").Append(MarkdownText.Inline(result.Index.Name)).Append(" | ").Append(MarkdownText.Inline(result.Name))
                .Append(" | ").Append(result.Report is null ? "" : Outcomes.Count(result.Report)).Append(" | ").Append(MarkdownText.Inline(result.Ending)).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Markdown(ReleaseResult result)
    {
        var (text, failure) = (new StringBuilder(), result.Failure);
        if (result.Report is { } report)
        {
            Append(text, report, result.IsAttempted);
        }

        if (failure is not null)
        {
            text.Append("\n#### ").Append(failure.Failure).Append("\n\n").Append(MarkdownText.Block(failure.Message))
                .Append("\n\n[").Append(failure.Failure).Append(" in the manual](").Append(failure.HelpLink).Append(")\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, PublishReport report, bool isAttempted)
    {
        text.Append("### ").Append(Title(report, isAttempted)).Append("\n\n| File | Size | Outcome | SHA-256 |\n|---|--:|---|---|\n");
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

    private static string Title(PublishReport report, bool isAttempted)
    {
        var name = MarkdownText.Link(MarkdownText.Inline($"{report.Project} {report.Version}"), report.Index.ReleasePage(report.Project, report.Version));
        var index = MarkdownText.Inline(report.Index.Name);
        return !isAttempted ? $"Not attempted: {name} to {index}" : report.Succeeded ? $"Published {name} to {index}" : $"{name} is incomplete on {index}";
    }
}

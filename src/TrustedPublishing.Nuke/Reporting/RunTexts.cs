namespace TrustedPublishing.Nuke.Reporting;

/// <summary>The releases of a run as text. For a single release, nothing refers to several.</summary>
internal static class RunTexts
{
    /// <summary>The text for the log: a table for each release and, if there are several, a summary table.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<ReleaseResult> results)
    {
        if (results is [var only])
        {
            return Table(only);
        }

        return [.. results.SelectMany(result => (string[])[Line(result), .. Table(result), ""]), $"{results.Count(result => result.Succeeded)} of {results.Count} releases are published:", .. results.Select(result => $"  {Line(result)}")];
    }

    /// <summary>The release and how it ended.</summary>
    public static string Line(ReleaseResult result) => $"{result.Index.Name}: {result.Name} {result.Ending}";

    /// <summary>The text after the target in NUKE's table.</summary>
    public static IReadOnlyDictionary<string, string> Summary(IReadOnlyList<ReleaseResult> results)
    {
        var summary = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var result in results)
        {
            if (results is [_])
            {
                AddOnly(summary, result);
            }
            else
            {
                summary[$"{result.Index.Name} {result.Name}"] = result.Report is null || !result.IsAttempted ? result.Ending : $"{Outcomes.Count(result.Report)} files, {result.Ending}";
            }
        }

        return summary;
    }

    private static void AddOnly(Dictionary<string, string> summary, ReleaseResult result)
    {
        if (result.Report is { } report)
        {
            summary[report.Index.Name] = $"{report.Project} {report.Version}";
            summary["Files"] = Outcomes.Count(report);
        }

        if (result.Failure is { } failure)
        {
            summary["Failure"] = failure.Failure.ToString();
        }
    }

    private static IReadOnlyList<string> Table(ReleaseResult result) => result.Report is { } report ? ReportTable.Lines(report) : [];
}

using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Serilog;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Publishing;

/// <summary>What the targets <c>Publish</c> and <c>Rehearse</c> do: publish, and tell what became of it in every place where somebody looks.</summary>
internal static class PublishRun
{
    public static async Task ExecuteAsync(IPublishDistributions build) =>
        await ExecuteAsync(build, build.ConfigurePublish(PublishParameters.Of(build)));

    public static async Task<PublishReport> ExecuteAsync(IPublishDistributions build, PublishOptions options)
    {
        try
        {
            var report = await PublishWatchedAsync(options);
            Tell(build, report, failure: null);
            return report;
        }
        catch (PublishException failure)
        {
            Tell(build, failure.Report, failure);
            throw new Failure($"{failure.Failure}: not everything was published, see above.", failure);
        }
    }

    private static async Task<PublishReport> PublishWatchedAsync(PublishOptions options)
    {
        var progress = ReleaseProgress.Create(options);
        using var shown = progress as IDisposable; // gone before anything else is told
        using var interruption = new Interruption(() =>
            progress.Say("Interrupted: files being sent are finished, no new one is started. Interrupt again to end at once."));
        return await PublisherOf(options).PublishAsync(progress, interruption.Token);
    }

    private static Publisher PublisherOf(PublishOptions options)
    {
        try
        {
            return new(options);
        }
        catch (ArgumentException exception)
        {
            throw new Failure(exception.Message, exception);
        }
    }

    private static void Tell(IPublishDistributions build, PublishReport? report, PublishException? failure)
    {
        foreach (var line in report is null ? [] : ReportTable.Lines(report))
        {
            Log.Information("{Line:l}", line);
        }

        if (failure is not null)
        {
            Log.Error("{Message:l}", failure.Message);
        }

        GitHubActions.Instance?.StepSummaryFile?.AppendAllText(StepSummary.Markdown(report, failure));
        build.PypiReport?.WriteAllText(JsonReport.Text(report, failure));
        build.ReportSummary(_ => Summary(_, report, failure));
    }

    private static Dictionary<string, string> Summary(Dictionary<string, string> summary, PublishReport? report, PublishException? failure)
    {
        if (report is not null)
        {
            summary[report.Index.Name] = $"{report.Project} {report.Version}";
            summary["Files"] = $"{report.Files.Count(Outcomes.IsThere)} of {report.Files.Count}";
        }

        if (failure is not null)
        {
            summary["Failure"] = failure.Failure.ToString();
        }

        return summary;
    }
}

using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Serilog;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Publishing;

/// <summary>What the targets <c>Publish</c> and <c>Rehearse</c> do: publish, and tell what became of it in every place where somebody looks.</summary>
internal static class PublishRun
{
    private const string Interrupted =
        "Interrupted, and not over yet, whatever NUKE says above: files being sent are finished, no new one is started, and then it is told "
        + "what became of each. Interrupt again to end at once.";

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
            throw Failed(failure);
        }
        catch (ArgumentException exception)
        {
            throw new Failure(OptionText.Of(exception), exception);
        }
    }

    /// <summary>Tells a failure in full; the target then ends with its name.</summary>
    public static Failure Failed(PublishException failure)
    {
        Log.Error("{Message:l}", failure.Message);
        return new($"{failure.Failure}: not everything was published, see above.", failure);
    }

    /// <summary>Files in which it is told.</summary>
    public static IEnumerable<OutputFile> Files(IPublishDistributions build) => new[] { Report(build), JobSummary }.OfType<OutputFile>();

    private static OutputFile? JobSummary => GitHubActions.Instance?.StepSummaryFile is { } file ? new("The variable GITHUB_STEP_SUMMARY", file) : null;

    private static OutputFile? Report(IPublishDistributions build) => build.PypiReport is { } file ? new("--pypi-report", file) : null;

    private static async Task<PublishReport> PublishWatchedAsync(PublishOptions options)
    {
        var progress = ReleaseProgress.Create(options);
        using var shown = progress as IDisposable; // gone before anything else is told
        using var interruption = new Interruption(() => progress.Say(Interrupted));
        return await new Publisher(options).PublishAsync(progress, interruption.Token);
    }

    private static void Tell(IPublishDistributions build, PublishReport? report, PublishException? failure)
    {
        foreach (var line in report is null ? [] : ReportTable.Lines(report))
        {
            Log.Information("{Line:l}", line);
        }

        JobSummary?.Write(file => File.AppendAllText(file, StepSummary.Markdown(report, failure)));
        Report(build)?.Write(file => File.WriteAllText(file, JsonReport.Text(report, failure)));
        BuildSummary.Report(build, Summary(report, failure));
    }

    private static Dictionary<string, string> Summary(PublishReport? report, PublishException? failure)
    {
        var summary = new Dictionary<string, string>();
        if (report is not null)
        {
            summary[report.Index.Name] = $"{report.Project} {report.Version}";
            summary["Files"] = Outcomes.Count(report);
        }

        if (failure is not null)
        {
            summary["Failure"] = failure.Failure.ToString();
        }

        return summary;
    }
}

using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Publishing;

/// <summary>What the targets <c>Publish</c> and <c>Rehearse</c> do: publish, and tell what became of it in every place where somebody looks.</summary>
internal static class PublishRun
{
    private const string Interrupted =
        "Interrupted, but still running despite NUKE's message above: uploads in progress are completed and no new ones are started. Then a report shows "
        + "the state of each file. Press Ctrl+C again to stop immediately.";

    /// <summary>As the other, for a target: NUKE waits for a task only when it has no result.</summary>
    public static Task ExecuteAsync(IBuildHost host, PublishOptions options, OutputFile? file) => TargetRun.ExecuteAsync(() => ReleaseAsync(host, options, file));

    /// <param name="host">The build that publishes.</param>
    /// <param name="options">What it publishes.</param>
    /// <param name="file">Where the report is written for programs; null for nowhere.</param>
    public static async Task<PublishReport> ReleaseAsync(IBuildHost host, PublishOptions options, OutputFile? file)
    {
        try
        {
            var report = await PublishWatchedAsync(host, options);
            Tell(host, file, report, failure: null);
            return report;
        }
        catch (PublishException failure)
        {
            Tell(host, file, failure.Report, failure);
            throw Failed(failure);
        }
        catch (ArgumentException exception)
        {
            throw new Failure(OptionText.Describe(exception), exception);
        }
    }

    /// <summary>Tells a failure in full, with the address of its section in the manual at the end; the target then ends with its name.</summary>
    public static Failure Failed(PublishException failure)
    {
        BuildLog.ErrorLines($"{failure.Message}\n{failure.Failure} in the manual: {failure.HelpLink}");
        return new($"{failure.Failure}: not everything was published, see above.", failure);
    }

    private static async Task<PublishReport> PublishWatchedAsync(IBuildHost host, PublishOptions options)
    {
        BuildLog.Secrets.AddThoseOf(options);
        var progress = ReleaseProgress.Create(options, host.IsLocal);
        using var shown = progress as IDisposable; // gone before anything else is told
        using var interruption = new Interruption(() => progress.Say(Interrupted));
        return await new Publisher(options).PublishAsync(progress, interruption.Token);
    }

    private static void Tell(IBuildHost host, OutputFile? file, PublishReport? report, PublishException? failure)
    {
        foreach (var line in report is null ? [] : ReportTable.Lines(report))
        {
            BuildLog.Information(line);
        }

        host.JobSummary?.Write(path => File.AppendAllText(path, StepSummary.Markdown(report, failure)));
        file?.Write(path => File.WriteAllText(path, JsonReport.Text(report, failure)));
        host.Summarise(Summary(report, failure));
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

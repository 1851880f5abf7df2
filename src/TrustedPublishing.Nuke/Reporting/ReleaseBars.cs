using System.Globalization;
using Spectre.Console;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>One bar for everything that is to be sent and one for each upload in progress, with rate and remaining time. Not thread-safe.</summary>
internal sealed class ReleaseBars : IDisposable
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, ProgressTask> underWay = [];
    private readonly ProgressContext context;
    private readonly ProgressTask whole;
    private readonly Task running;

    /// <param name="console">The terminal.</param>
    /// <param name="time">The clock, for the rate.</param>
    /// <param name="pending">The total size of all files to send, in bytes.</param>
    public ReleaseBars(IAnsiConsole console, TimeProvider time, long pending)
    {
        var started = new TaskCompletionSource<ProgressContext>(TaskCreationOptions.RunContinuationsAsynchronously);
        running = new Progress(console, time) { AutoClear = true }.Columns(Columns).StartAsync(async shown =>
        {
            started.SetResult(shown);
            await ended.Task;
        });
        context = started.Task.GetAwaiter().GetResult();
        whole = context.AddTask("Release", maxValue: pending);
    }

    private static ProgressColumn[] Columns =>
    [
        new TaskDescriptionColumn { Alignment = Justify.Left },
        new ProgressBarColumn(),
        new DownloadedColumn { Base = FileSizeBase.Decimal, Culture = CultureInfo.InvariantCulture },
        new TransferSpeedColumn { Base = FileSizeBase.Decimal, Culture = CultureInfo.InvariantCulture },
        new RemainingTimeColumn(),
    ];

    public void Show(PublishProgress progress)
    {
        switch (progress)
        {
            case PublishProgress.UploadStarted started:
                underWay[started.FileName] = context.AddTask(Shown(started.FileName), maxValue: started.Size);
                break;
            case PublishProgress.BytesSent part when underWay.TryGetValue(part.FileName, out var file):
                file.Description = Shown(part.FileName);
                Advance(file, part.Sent);
                break;
            case PublishProgress.Retrying retry when underWay.TryGetValue(retry.What, out var file):
                file.Description = Shown(string.Create(
                    CultureInfo.InvariantCulture, $"{retry.What}, attempt {retry.Attempt} in {retry.Delay.TotalSeconds:0} s"));
                break;
            case PublishProgress.UploadFinished { File: var report } when underWay.Remove(report.FileName, out var file):
                Advance(file, report.Size);
                context.RemoveTask(file);
                break;
        }
    }

    private static string Shown(string text) => Markup.Escape(BuildLog.Shown(text));

    public void Dispose()
    {
        ended.TrySetResult();
        running.GetAwaiter().GetResult();
    }

    /// <summary>A second attempt starts at zero again: its bars wait until it has caught up with the first.</summary>
    private void Advance(ProgressTask file, long sent)
    {
        var more = Math.Max(0, sent - file.Value);
        file.Increment(more);
        whole.Increment(more);
    }
}

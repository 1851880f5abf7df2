using Spectre.Console;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>
/// Progress bars at the bottom of a terminal while files are sent. Log lines are held back until the bars are gone, because lines written between
/// them would break the display.
/// </summary>
internal sealed class BarProgress(IReleaseProgress log, IAnsiConsole console, TimeProvider time) : IReleaseProgress, IDisposable
{
    private readonly Lock gate = new();
    private readonly List<PublishProgress> postponed = [];
    private long pending;
    private ReleaseBars? bars;

    public void Report(PublishProgress value)
    {
        lock (gate)
        {
            switch (value)
            {
                case PublishProgress.FileInspected { Distribution: var distribution }:
                    pending += distribution.Size;
                    break;
                case PublishProgress.UploadStarted when bars is null:
                    bars = new(console, time, pending);
                    break;
                case PublishProgress.UploadFinished { File: var file }:
                    pending -= file.Size;
                    break;
                case PublishProgress.Verifying:
                    End();
                    break;
            }

            Show(value);
        }
    }

    public void Write(string text)
    {
        lock (gate)
        {
            if (bars is null)
            {
                log.Write(text);
            }
            else
            {
                console.WriteLine(BuildLog.Shown(text)); // the library prints it above its bars
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            End();
        }
    }

    private void Show(PublishProgress value)
    {
        if (bars is null)
        {
            log.Report(value);
            return;
        }

        bars.Show(value);
        if (value is not PublishProgress.BytesSent)
        {
            postponed.Add(value);
        }
    }

    private void End()
    {
        bars?.Dispose();
        bars = null;
        postponed.ForEach(log.Report);
        postponed.Clear();
    }
}

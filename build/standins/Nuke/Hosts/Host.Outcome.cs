using System.Globalization;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common;

public partial class Host
{
    private const int StatusWidth = 10;
    private const int DurationWidth = 10;

    // NUKE pads its table with no-break spaces, because log viewers collapse ordinary ones. The stand-in does the same for programs that parse the
    // output.
    private const char Padding = '\u00a0';

    protected internal virtual void WriteTargetOutcome(INukeBuild build)
    {
        var targetWidth = Math.Max(19, build.ExecutionPlan.Max(x => x.Name.Length) + 4);
        var width = targetWidth + StatusWidth + DurationWidth;
        var total = TimeSpan.FromTicks(build.ExecutionPlan.Sum(x => x.Duration.Ticks));

        Debug();
        Debug('═'.Repeat(width));
        Information(Row("Target", "Status", "Duration"));
        Debug('─'.Repeat(width));
        foreach (var target in build.ExecutionPlan)
            WriteRow(target, Row(target.Name, target.Status.ToString(), DurationOf(target)) + SummaryOf(target));
        Debug('─'.Repeat(width));
        Information(Row("Total", "", Text(total)));
        Debug('═'.Repeat(width));

        string Row(string target, string status, string duration)
            => target.PadRight(targetWidth, Padding) + status.PadRight(StatusWidth, Padding) + duration.PadLeft(DurationWidth, Padding);
    }

    protected internal virtual void WriteBuildOutcome(INukeBuild build)
    {
        var now = DateTime.Now.ToString(CultureInfo.CurrentCulture);
        Debug();
        if (build.IsSucceeding)
            Success($"Build succeeded on {now}. ＼（＾ᴗ＾）／");
        else
            Error($"Build failed on {now}. (╯°□°）╯︵ ┻━┻");
    }

    private static void WriteRow(ExecutableTarget target, string row)
    {
        switch (target.Status)
        {
            case ExecutionStatus.Skipped:
                Debug(row);
                break;
            case ExecutionStatus.Succeeded:
                Success(row);
                break;
            case ExecutionStatus.Aborted or ExecutionStatus.NotRun:
                Warning(row);
                break;
            case ExecutionStatus.Failed:
                Error(row);
                break;
            case ExecutionStatus.Collective:
                break;
            default:
                throw new NotSupportedException(target.Status.ToString());
        }
    }

    private static string SummaryOf(ExecutableTarget target)
        => target.SummaryInformation.Count == 0
            ? ""
            : $"{Padding}{Padding}{Padding}// {target.SummaryInformation.Select(x => $"{x.Key}: {x.Value}").JoinCommaSpace()}";

    private static string DurationOf(ExecutableTarget target)
        => target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted ? Text(target.Duration) : "";

    private static string Text(TimeSpan duration) => $"{(int)duration.TotalMinutes}:{duration:ss}".Replace("0:00", "< 1sec");
}

using System.Globalization;
using Nuke.Common.Execution;

namespace Nuke.Common;

public partial class Host
{
    private const int StatusWidth = 10;
    private const int DurationWidth = 10;

    // NUKE pads its table with no-break spaces, because log viewers collapse ordinary ones. The stand-in does the same for programs that parse the
    // output.
    private const char Padding = '\u00a0';

    internal static void WriteTargetOutcome(IReadOnlyCollection<ExecutableTarget> plan)
    {
        var targetWidth = Math.Max(19, plan.Max(x => x.Name.Length) + 4);
        var width = targetWidth + StatusWidth + DurationWidth;

        Debug();
        Debug(new string('═', width));
        Information(Row("Target", "Status", "Duration"));
        Debug(new string('─', width));
        foreach (var target in plan)
            WriteRow(target, Row(target.Name, target.Status.ToString(), DurationOf(target)) + SummaryOf(target));
        Debug(new string('─', width));
        Information(Row("Total", "", Text(TimeSpan.FromTicks(plan.Sum(x => x.Stopwatch.Elapsed.Ticks)))));
        Debug(new string('═', width));

        string Row(string target, string status, string duration)
            => target.PadRight(targetWidth, Padding) + status.PadRight(StatusWidth, Padding) + duration.PadLeft(DurationWidth, Padding);
    }

    internal static void WriteBuildOutcome(bool isSucceeding)
    {
        var now = DateTime.Now.ToString(CultureInfo.CurrentCulture);
        Debug();
        if (isSucceeding)
            Success($"Build succeeded on {now}. ＼（＾ᴗ＾）／");
        else
            Error($"Build failed on {now}. (╯°□°）╯︵ ┻━┻");
    }

    internal static void Success(string text) => Current.WriteSuccess(text);

    internal static void Debug(string text = null) => Current.WriteDebug(text);

    internal static void Information(string text = null) => Current.WriteInformation(text);

    internal static void Warning(string text) => Current.WriteWarning(text);

    internal static void Error(string text) => Current.WriteError(text);

    private static ConsoleColors Current => Instance?.Colors ?? ConsoleColors.Default;

    private static void WriteRow(ExecutableTarget target, string row)
    {
        Action<string> write = target.Status switch
        {
            ExecutionStatus.Collective => _ => { },
            ExecutionStatus.Succeeded => Success,
            ExecutionStatus.Failed => Error,
            ExecutionStatus.Aborted or ExecutionStatus.NotRun => Warning,
            _ => Debug,
        };
        write(row);
    }

    private static string SummaryOf(ExecutableTarget target)
        => target.SummaryInformation.Count == 0
            ? ""
            : $"{Padding}{Padding}{Padding}// {string.Join(", ", target.SummaryInformation.Select(x => $"{x.Key}: {x.Value}"))}";

    private static string DurationOf(ExecutableTarget target)
        => target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted ? Text(target.Stopwatch.Elapsed) : "";

    private static string Text(TimeSpan duration) => $"{(int)duration.TotalMinutes}:{duration:ss}".Replace("0:00", "< 1sec");
}

using System.Globalization;

namespace TrustedPublishing.Nuke;

/// <summary>The line that shows how far a release is, never wider than the terminal: what does not fit is left out, the bar first.</summary>
internal static class BarLine
{
    private const int LongestBar = 30;
    private const int ShortestBar = 8;

    public static string Text(TransferMeter meter, int width)
    {
        var part = meter.Total > 0 ? Math.Clamp((double)meter.Done / meter.Total, 0, 1) : 0;
        var numbers = string.Create(CultureInfo.InvariantCulture,
            $"{Math.Floor(part * 100),3}% {meter.FilesDone}/{meter.Files} files, {Sizes.Text(meter.Done)} of {Sizes.Text(meter.Total)}{Speed(meter)}");
        var bar = Math.Min(LongestBar, width - numbers.Length - 4); // brackets, a space, and the last column, which wraps in some terminals
        var line = bar < ShortestBar ? numbers : $"[{new string('#', (int)(part * bar)).PadRight(bar, '.')}] {numbers}";
        return line.Length < width ? line : line[..Math.Max(0, width - 1)];
    }

    private static string Speed(TransferMeter meter) =>
        meter.Remaining is { } left ? $", {Sizes.Text((long)meter.Rate)}/s, {Duration(left)} left" : "";

    private static string Duration(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");
}

using TrustedPublishing.Failures;

namespace TrustedPublishing.Identity;

/// <summary>Shows the job's claims and the publisher's values as aligned columns.</summary>
internal static class ClaimTable
{
    private const string Missing = "MISSING";

    /// <summary>Longer values would not fit into a log.</summary>
    private const int Widest = 110;

    public static IEnumerable<string> Lines(IReadOnlyList<ClaimComparison> rows)
    {
        string[][] cells =
        [
            ["claim", "this job", "declared publisher", ""],
            .. rows.Select(row => new[] { row.Claim, Shown(row.Actual, Missing), Shown(row.Expected, "-"), Mark(row.Verdict) }),
        ];
        var widths = Enumerable.Range(0, 3).Select(column => cells.Max(cell => cell[column].Length)).ToArray();
        return cells.Select(cell => $"  {cell[0].PadRight(widths[0])}  {cell[1].PadRight(widths[1])}  {cell[2].PadRight(widths[2])}  {cell[3]}".TrimEnd());
    }

    private static string Mark(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Differs => "<- differs",
        ClaimVerdict.Matches => "ok",
        _ => "",
    };

    private static string Shown(string? value, string otherwise)
    {
        var clean = FailureText.OneLine(value);
        return clean.Length == 0 ? otherwise : clean.Length > Widest ? $"{clean[..Widest]}…" : clean;
    }
}

using System.Globalization;

namespace TrustedPublishing.Distributions.Data;

/// <summary>
/// A list that others maintain and that changes: plain text, one entry a line, columns separated by tabs, headed by <c># date:</c>, the
/// last day on which PyPI was known to use it. Rules that rest on an old list warn instead of refusing, since the index's own list has moved on.
/// <c>build/RenewLists.cs</c> renews the lists.
/// </summary>
internal sealed class DatedList
{
    /// <summary>For how long a list counts as the index's own, unless it changes more often. A year.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(365);

    private DatedList(DateTimeOffset date, IReadOnlyList<string[]> rows) => (Date, Rows) = (date, rows);

    public DateTimeOffset Date { get; }

    public IReadOnlyList<string[]> Rows { get; }

    public static DatedList Load(string name)
    {
        using var stream = typeof(DatedList).Assembly.GetManifestResourceStream($"TrustedPublishing.Data.{name}.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var date = lines.First(line => line.StartsWith("# date: ", StringComparison.Ordinal))["# date: ".Length..];
        return new(
            DateTimeOffset.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            [.. lines.Where(line => line[0] != '#').Select(line => line.Split('\t'))]);
    }

    /// <summary>An error while the list is fresh, a warning afterwards. Without a clock it counts as fresh.</summary>
    public static FindingSeverity SeverityOf(DateTimeOffset date, DateTimeOffset? now, TimeSpan? fresh = null) =>
        now - date > (fresh ?? Fresh) ? FindingSeverity.Warning : FindingSeverity.Error;
}

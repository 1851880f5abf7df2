using System.Globalization;

namespace TrustedPublishing.Distributions.Data;

/// <summary>
/// A list that is maintained elsewhere and changes over time: plain text, one entry per line, tab-separated columns, and a header <c># date:</c>,
/// the last day on which PyPI was known to use it. Rules based on an old list cause warnings instead of errors, because the index's own list may
/// have changed. <c>build/RenewLists.cs</c> updates the lists.
/// </summary>
internal sealed class DatedList
{
    /// <summary>How long a list counts as current, unless it changes more often: a year.</summary>
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

    /// <summary>An error while the list is current, a warning afterwards. Without a clock it counts as current.</summary>
    public static FindingSeverity SeverityOf(DateTimeOffset date, DateTimeOffset? now, TimeSpan? fresh = null) =>
        now - date > (fresh ?? Fresh) ? FindingSeverity.Warning : FindingSeverity.Error;
}

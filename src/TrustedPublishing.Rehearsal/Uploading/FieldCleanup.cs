using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>What the server does to text fields before it looks at them.</summary>
internal static class FieldCleanup
{
    /// <summary>
    /// Of each name the last value decides: <c>UNKNOWN</c> removes all values of the name, a NUL character replaces all of them by the
    /// escaped text.
    /// </summary>
    public static UploadForm Clean(IReadOnlyList<(string Name, string Value)> fields)
    {
        var last = fields.Index().GroupBy(field => field.Item.Name).ToDictionary(group => group.Key, group => group.Last());
        var unknown = last.Where(field => field.Value.Item.Value.Trim() == "UNKNOWN").Select(field => field.Key).ToHashSet();
        var escaped = last.Where(field => field.Value.Item.Value.Contains('\0', StringComparison.Ordinal)).Select(field => field.Key).ToHashSet();
        var kept =
            from field in fields.Index()
            where !unknown.Contains(field.Item.Name)
            where !escaped.Contains(field.Item.Name) || field.Index == last[field.Item.Name].Index
            select new FormField(field.Item.Name, field.Item.Value.Replace("\0", "\\x00", StringComparison.Ordinal));
        return new([.. kept]);
    }
}

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
        var last = fields.GroupBy(field => field.Name).ToDictionary(group => group.Key, group => group.Last().Value);
        var kept =
            from field in fields.Index()
            let deciding = last[field.Item.Name]
            where deciding.Trim() != "UNKNOWN"
            let hasNul = deciding.Contains('\0', StringComparison.Ordinal)
            where !hasNul || field.Index == fields.Index().Last(other => other.Item.Name == field.Item.Name).Index
            select new FormField(field.Item.Name, field.Item.Value.Replace("\0", "\\x00", StringComparison.Ordinal));
        return new([.. kept]);
    }
}

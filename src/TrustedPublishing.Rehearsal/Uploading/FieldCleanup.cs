using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>The server's clean-up of text fields before it reads them.</summary>
internal static class FieldCleanup
{
    /// <summary>
    /// The last value of each name decides: <c>UNKNOWN</c> removes all values of the name, a NUL character replaces all of them with the
    /// escaped text. A value that is not text (null) is not part of the form.
    /// </summary>
    public static UploadForm Clean(IReadOnlyList<(string Name, string? Value)> fields)
    {
        var replaced = Replaced(fields);
        var last = fields.Index().Where(field => replaced.Contains(field.Item.Name)).GroupBy(field => field.Item.Name).ToDictionary(group => group.Key, group => group.Last().Index);
        var kept =
            from field in fields.Index()
            where field.Item.Value is not null
            where !replaced.Contains(field.Item.Name) || (field.Index == last[field.Item.Name] && !IsUnknown(field.Item.Value))
            select new FormField(field.Item.Name, replaced.Contains(field.Item.Name) ? field.Item.Value.Replace("\0", "\\x00", StringComparison.Ordinal) : field.Item.Value);
        return new([.. kept]);
    }

    /// <summary>The names whose values are removed or replaced, including those of values that are not text.</summary>
    public static HashSet<string> Replaced(IReadOnlyList<(string Name, string? Value)> fields) =>
        [.. fields.GroupBy(field => field.Name).Where(group => group.Last().Value is { } value && (IsUnknown(value) || value.Contains('\0', StringComparison.Ordinal))).Select(group => group.Key)];

    private static bool IsUnknown(string value) => PythonText.Strip(value) == "UNKNOWN";
}

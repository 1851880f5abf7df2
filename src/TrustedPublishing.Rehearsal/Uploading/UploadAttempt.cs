using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>An upload as it was received: nothing of it has been judged.</summary>
internal sealed class UploadAttempt
{
    public string? Authorization { get; init; }

    /// <summary>The text fields, after the server's clean-up.</summary>
    public required UploadForm Form { get; init; }

    /// <summary>A field that came as a file and must not; null for none.</summary>
    public string? FieldAsFile { get; init; }

    /// <summary>Whether a field that the server reads came as something that is no text: a file without a name, or a form in the form. It fails at those.</summary>
    public bool IsUnusable { get; init; }

    /// <summary>The file; null when there is none.</summary>
    public UploadedContent? Content { get; init; }

    /// <summary>Whether <c>content</c> came as a text, which the server does not survive.</summary>
    public bool ContentIsText => Content is null && Form.First("content") is not null;

    /// <summary>What the archive's rules say; read once, because reading takes time and does not depend on the index's state.</summary>
    public required Lazy<Finding?> ArchiveError { get; init; }

    /// <summary>The METADATA of a wheel; null for anything else.</summary>
    public required Lazy<byte[]?> Metadata { get; init; }
}

/// <summary>What the server does to text fields before it looks at them.</summary>
internal static class FieldCleanup
{
    /// <summary>
    /// Of each name the last value decides: <c>UNKNOWN</c> removes all values of the name, a NUL character replaces all of them by the
    /// escaped text. A value that is no text (null) is none of the form's.
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

    /// <summary>The names whose values are removed or replaced, those that are no texts too.</summary>
    public static HashSet<string> Replaced(IReadOnlyList<(string Name, string? Value)> fields) =>
        [.. fields.GroupBy(field => field.Name).Where(group => group.Last().Value is { } value && (IsUnknown(value) || value.Contains('\0', StringComparison.Ordinal))).Select(group => group.Key)];

    private static bool IsUnknown(string value) => PythonText.Strip(value) == "UNKNOWN";
}

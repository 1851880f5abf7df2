using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>An upload as it was received: nothing of it has been judged.</summary>
internal sealed class UploadAttempt
{
    public string? Authorization { get; init; }

    /// <summary>The text fields, after the server's clean-up.</summary>
    public required UploadForm Form { get; init; }

    /// <summary>A field that came as a file and must not; null for none.</summary>
    public string? FieldAsFile { get; init; }

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

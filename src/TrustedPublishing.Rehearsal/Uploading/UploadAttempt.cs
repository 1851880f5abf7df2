using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>An upload as received, before any check.</summary>
internal sealed class UploadAttempt
{
    public string? Authorization { get; init; }

    /// <summary>The text fields after the server's clean-up.</summary>
    public required UploadForm Form { get; init; }

    /// <summary>A field that was sent as a file but must not be; null for none.</summary>
    public string? FieldAsFile { get; init; }

    /// <summary>
    /// Whether a field that the server reads was sent as something other than text: a file without a name, or a nested form. The server fails on
    /// these.
    /// </summary>
    public bool IsUnusable { get; init; }

    /// <summary>The file; null if there is none.</summary>
    public UploadedContent? Content { get; init; }

    /// <summary>Whether <c>content</c> was sent as text, on which the server fails.</summary>
    public bool ContentIsText => Content is null && Form.First("content") is not null;

    /// <summary>The result of the archive rules; evaluated once, because it takes time and does not depend on the index's state.</summary>
    public required Lazy<Finding?> ArchiveError { get; init; }

    /// <summary>The METADATA of a wheel; null for anything else.</summary>
    public required Lazy<byte[]?> Metadata { get; init; }
}

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

namespace TrustedPublishing;

/// <summary>The outcome of one file.</summary>
public enum UploadOutcome
{
    /// <summary>Not sent: an earlier failure ended the release first.</summary>
    NotAttempted,

    /// <summary>Sent by this run and accepted.</summary>
    Uploaded,

    /// <summary>The index already had the same content under this name; nothing was sent, or nothing changed.</summary>
    AlreadyPresent,

    /// <summary>Sent or about to be sent, but not on the index.</summary>
    Failed,

    /// <summary>It may or may not be on the index: the response was lost or is inconclusive, and the index does not list the file.</summary>
    Unknown,
}

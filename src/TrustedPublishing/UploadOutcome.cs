namespace TrustedPublishing;

/// <summary>What became of one file.</summary>
public enum UploadOutcome
{
    /// <summary>Not sent: an earlier failure ended the release before its turn.</summary>
    NotAttempted,

    /// <summary>Sent by this run and accepted.</summary>
    Uploaded,

    /// <summary>The index held the same bytes under this name before; nothing was sent or nothing changed.</summary>
    AlreadyPresent,

    /// <summary>Sent or about to be sent, and not on the index.</summary>
    Failed,

    /// <summary>It may or may not be on the index: the answer was lost or proves nothing, and the index does not show the file.</summary>
    Unknown,
}

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

    /// <summary>Sent, the answer was lost, and the index could not be asked: it may or may not be there.</summary>
    Unknown,
}

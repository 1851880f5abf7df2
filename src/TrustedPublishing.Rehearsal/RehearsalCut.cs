namespace TrustedPublishing.Rehearsal;

/// <summary>When the connection is cut.</summary>
internal enum RehearsalCut
{
    /// <summary>The request was received; nothing has changed yet.</summary>
    BeforeCommit,

    /// <summary>The request took effect; only its response is lost.</summary>
    AfterCommit,
}

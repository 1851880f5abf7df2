namespace TrustedPublishing.Rehearsal;

/// <summary>The life-cycle status of a project (PEP 792), as far as it affects uploads.</summary>
internal enum RehearsalProjectStatus
{
    /// <summary>Uploads are accepted.</summary>
    Active,

    /// <summary>Uploads are rejected, for users and publishers.</summary>
    Archived,

    /// <summary>Publishers' uploads are rejected, users' are not; the Simple API lists no files.</summary>
    Quarantined,
}

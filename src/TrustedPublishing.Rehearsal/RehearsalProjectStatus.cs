namespace TrustedPublishing.Rehearsal;

/// <summary>The life-cycle status of a project (PEP 792), as far as it decides about uploads.</summary>
internal enum RehearsalProjectStatus
{
    /// <summary>Uploads are accepted.</summary>
    Active,

    /// <summary>Uploads are refused, for users and publishers.</summary>
    Archived,

    /// <summary>Publishers are refused, users are not; the Simple API shows no files.</summary>
    Quarantined,
}

namespace TrustedPublishing.Rehearsal;

/// <summary>The routes of the index that can be made to fail.</summary>
internal enum RehearsalRoute
{
    /// <summary>The CI's token service.</summary>
    Identity,

    /// <summary>The audience.</summary>
    Audience,

    /// <summary>The exchange of an identity token for an API token.</summary>
    Mint,

    /// <summary>The upload of a file.</summary>
    Upload,

    /// <summary>The Simple API.</summary>
    Simple,

    /// <summary>The download of a file or its metadata.</summary>
    File,

    /// <summary>The revocation of an API token.</summary>
    Burn,

    /// <summary>Sigstore's certificate authority.</summary>
    Certificate,

    /// <summary>Sigstore's transparency log.</summary>
    Log,

    /// <summary>The provenance of a file.</summary>
    Provenance,
}

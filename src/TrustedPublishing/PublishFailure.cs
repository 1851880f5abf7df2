namespace TrustedPublishing;

/// <summary>Why a release failed: stable codes, each with a heading in the README's troubleshooting section.</summary>
public enum PublishFailure
{
    /// <summary>No file matches what was to be published.</summary>
    NoDistributions,

    /// <summary>Files cannot be published: unreadable, misnamed, or refused by the index's rules. All complaints are in one message.</summary>
    UnusableDistributions,

    /// <summary>Not in CI, and no API token or password was given.</summary>
    NoCredentials,

    /// <summary>In CI, but the job may not ask for an identity token.</summary>
    IdentityPermissionMissing,

    /// <summary>The job runs for a pull request from a fork, which never gets an identity token.</summary>
    ForkPullRequest,

    /// <summary>The CI system's token service failed or gave something that is not an identity token for the audience.</summary>
    IdentityUnavailable,

    /// <summary>The index does not accept identity tokens of this CI system.</summary>
    IdentityProviderNotAccepted,

    /// <summary>The index does not offer Trusted Publishing, or has it switched off.</summary>
    TrustedPublishingUnavailable,

    /// <summary>No trusted publisher is registered that matches the identity token.</summary>
    InvalidPublisher,

    /// <summary>The pending publisher's project could not be created: taken meanwhile, or its name is refused.</summary>
    InvalidPendingPublisher,

    /// <summary>The index could not verify the identity token.</summary>
    InvalidIdentityToken,

    /// <summary>The index says that the identity token was exchanged before.</summary>
    ReusedIdentityToken,

    /// <summary>The exchange was refused with another code, or its answer could not be understood.</summary>
    ExchangeRefused,

    /// <summary>Attestations were asked for, and this release can have none.</summary>
    AttestationsNotPossible,

    /// <summary>Sigstore, which attestations are made with, could not be reached or went on failing.</summary>
    SigstoreUnavailable,

    /// <summary>An attestation could not be made, or is not one that the index would accept.</summary>
    AttestationFailed,

    /// <summary>The index does not know the API token, or user and password.</summary>
    CredentialsRefused,

    /// <summary>The credentials are valid, but not for this project.</summary>
    NotAllowed,

    /// <summary>The API token ended before the upload did, and could not be renewed.</summary>
    TokenExpired,

    /// <summary>The index holds another file under this name, or the same bytes under another name.</summary>
    FileConflict,

    /// <summary>The name belonged to a file that was deleted; a name is never used twice.</summary>
    FileNameUsedBefore,

    /// <summary>The release is too old to accept further files.</summary>
    ReleaseClosed,

    /// <summary>The index refused the file or its metadata.</summary>
    DistributionRefused,

    /// <summary>The project does not exist and these credentials cannot create it.</summary>
    ProjectUnknown,

    /// <summary>The index asked to slow down, and went on asking.</summary>
    RateLimited,

    /// <summary>The index answered with a redirect, which would carry the credentials elsewhere.</summary>
    Redirected,

    /// <summary>The index could not be reached, or went on failing.</summary>
    IndexUnavailable,

    /// <summary>The index answered with something that does not belong to its protocol.</summary>
    UnexpectedAnswer,

    /// <summary>After the release, the index serves something else than what was sent, or does not list what it accepted.</summary>
    VerificationFailed,

    /// <summary>The release was cancelled.</summary>
    Cancelled,

    /// <summary>A proxy address, a certificate file or the ledger cannot be used. Nothing was sent.</summary>
    UnusableSettings,

    /// <summary>The index named an audience for identity tokens that may not be asked for: somebody else's, or one that is not declared.</summary>
    AudienceNotAccepted,
}

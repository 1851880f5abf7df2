namespace TrustedPublishing;

/// <summary>Why a release failed: stable codes, each with a section on the manual's troubleshooting page.</summary>
public enum PublishFailure
{
    /// <summary>No file matches the paths and patterns.</summary>
    NoDistributions,

    /// <summary>Files cannot be published: they are unreadable, misnamed, or violate the index's rules. The message contains all findings.</summary>
    UnusableDistributions,

    /// <summary>Not in CI, and no API token or password was given.</summary>
    NoCredentials,

    /// <summary>The job runs in CI but is not allowed to request an identity token.</summary>
    IdentityPermissionMissing,

    /// <summary>The job runs for a pull request from a fork, which never gets an identity token.</summary>
    ForkPullRequest,

    /// <summary>The CI system's token service failed or returned something that is not an identity token for the audience.</summary>
    IdentityUnavailable,

    /// <summary>The index does not accept identity tokens of this CI system.</summary>
    IdentityProviderNotAccepted,

    /// <summary>The index does not support Trusted Publishing, or has disabled it.</summary>
    TrustedPublishingUnavailable,

    /// <summary>No trusted publisher is registered that matches the identity token.</summary>
    InvalidPublisher,

    /// <summary>The pending publisher's project could not be created: its name was taken in the meantime or is not allowed.</summary>
    InvalidPendingPublisher,

    /// <summary>The index could not verify the identity token.</summary>
    InvalidIdentityToken,

    /// <summary>The index reports that the identity token was already exchanged.</summary>
    ReusedIdentityToken,

    /// <summary>The exchange was refused with another code, or the response could not be understood.</summary>
    ExchangeRefused,

    /// <summary>Attestations were requested, but this release cannot have any.</summary>
    AttestationsNotPossible,

    /// <summary>Sigstore could not be reached or kept failing.</summary>
    SigstoreUnavailable,

    /// <summary>An attestation could not be made, or the index would reject it.</summary>
    AttestationFailed,

    /// <summary>The index rejected the API token, or the user name and password.</summary>
    CredentialsRefused,

    /// <summary>The credentials are valid, but not for this project.</summary>
    NotAllowed,

    /// <summary>The API token expired during the release and could not be renewed.</summary>
    TokenExpired,

    /// <summary>The index has a different file with this name, or the same content under another name.</summary>
    FileConflict,

    /// <summary>The name belonged to a file that was deleted; names cannot be reused.</summary>
    FileNameUsedBefore,

    /// <summary>The release is too old to accept more files.</summary>
    ReleaseClosed,

    /// <summary>The index rejected the file or its metadata.</summary>
    DistributionRefused,

    /// <summary>The project does not exist and these credentials cannot create it.</summary>
    ProjectUnknown,

    /// <summary>The index limited requests until the retries were exhausted.</summary>
    RateLimited,

    /// <summary>The index answered with a redirect, which was not followed because it would send the credentials elsewhere.</summary>
    Redirected,

    /// <summary>The index could not be reached or kept failing.</summary>
    IndexUnavailable,

    /// <summary>The response is not part of the index's protocol.</summary>
    UnexpectedAnswer,

    /// <summary>After the upload, the index serves something different, or does not list a file it accepted.</summary>
    VerificationFailed,

    /// <summary>The release was cancelled.</summary>
    Cancelled,

    /// <summary>A proxy address, a certificate file or the journal cannot be used. Nothing was sent.</summary>
    UnusableSettings,

    /// <summary>The index named an audience that is not allowed: it belongs to another service or was not declared.</summary>
    AudienceNotAccepted,
}

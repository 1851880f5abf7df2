namespace TrustedPublishing.Upload;

/// <summary>The reasons for which indexes refuse uploads, as far as they ask for different remedies.</summary>
internal enum UploadRejection
{
    /// <summary>No valid token, or no valid user and password.</summary>
    UnknownCredentials,

    /// <summary>PyPI got a user name other than <c>__token__</c>.</summary>
    PasswordNotAccepted,

    /// <summary>The API token ended and cannot be renewed.</summary>
    TokenExpired,

    /// <summary>The token is for another project.</summary>
    TokenForOtherProject,

    /// <summary>The identity has no role in the project; archived and quarantined projects answer the same.</summary>
    NoRole,

    /// <summary>The account lacks a verified e-mail address or a second factor, or its organisation is inactive.</summary>
    AccountIncomplete,

    /// <summary>A trusted publisher's token for a project that does not exist.</summary>
    ProjectNotCreatable,

    /// <summary>The name of a new project is prohibited, too similar to another, or taken meanwhile.</summary>
    ProjectNameRefused,

    /// <summary>Too many projects were created.</summary>
    TooManyProjects,

    /// <summary>Uploads, or new projects, are switched off.</summary>
    UploadsDisabled,

    /// <summary>The name belonged to a deleted file.</summary>
    FileNameUsedBefore,

    /// <summary>The release is older than 14 days.</summary>
    ReleaseClosed,

    /// <summary>The release has an sdist already.</summary>
    SecondSdist,

    /// <summary>The archive is not acceptable.</summary>
    InvalidArchive,

    /// <summary>The attestations are not acceptable.</summary>
    InvalidAttestations,

    /// <summary>The file or the project is too large.</summary>
    TooLarge,

    /// <summary>Metadata, file name or form.</summary>
    InvalidDistribution,

    /// <summary>The address takes no uploads.</summary>
    WrongAddress,

    /// <summary>The address leads elsewhere.</summary>
    Redirect,

    /// <summary>A proxy wants credentials.</summary>
    ProxyWantsCredentials,

    /// <summary>Success, but from a page that asks people to log in.</summary>
    LoginPage,

    /// <summary>Success, but not in the words of an index, and the index does not list the file.</summary>
    NotAnIndex,

    /// <summary>A failure of the index that repeating does not help.</summary>
    ServerFailure,

    /// <summary>Anything else.</summary>
    Other,
}

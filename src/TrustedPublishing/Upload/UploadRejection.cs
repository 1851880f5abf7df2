namespace TrustedPublishing.Upload;

/// <summary>Reasons for which indexes reject uploads, distinguished by their remedies.</summary>
internal enum UploadRejection
{
    /// <summary>No valid token, or no valid user and password.</summary>
    UnknownCredentials,

    /// <summary>PyPI received a user name other than <c>__token__</c>.</summary>
    PasswordNotAccepted,

    /// <summary>The API token expired and cannot be renewed.</summary>
    TokenExpired,

    /// <summary>The token is for another project.</summary>
    TokenForOtherProject,

    /// <summary>The identity has no role in the project; archived and quarantined projects give the same response.</summary>
    NoRole,

    /// <summary>The account lacks a verified e-mail address or a second factor, or its organisation is inactive.</summary>
    AccountIncomplete,

    /// <summary>A trusted publisher's token was used for a project that does not exist.</summary>
    ProjectNotCreatable,

    /// <summary>The name of a new project is prohibited, too similar to another, or was taken in the meantime.</summary>
    ProjectNameRefused,

    /// <summary>Too many projects were created.</summary>
    TooManyProjects,

    /// <summary>Uploads or new projects are disabled.</summary>
    UploadsDisabled,

    /// <summary>The name belonged to a deleted file.</summary>
    FileNameUsedBefore,

    /// <summary>The release is older than 14 days.</summary>
    ReleaseClosed,

    /// <summary>The release already has an sdist.</summary>
    SecondSdist,

    /// <summary>The archive is invalid.</summary>
    InvalidArchive,

    /// <summary>The attestations are invalid.</summary>
    InvalidAttestations,

    /// <summary>The file or the project is too large.</summary>
    TooLarge,

    /// <summary>The metadata, the file name or the form is invalid.</summary>
    InvalidDistribution,

    /// <summary>The address does not accept uploads.</summary>
    WrongAddress,

    /// <summary>The address redirects elsewhere.</summary>
    Redirect,

    /// <summary>A proxy requires credentials.</summary>
    ProxyWantsCredentials,

    /// <summary>A success status, but from a login page.</summary>
    LoginPage,

    /// <summary>A success status, but the response is not an index's and the index does not list the file.</summary>
    NotAnIndex,

    /// <summary>A server error for which retrying does not help.</summary>
    ServerFailure,

    /// <summary>Anything else.</summary>
    Other,
}

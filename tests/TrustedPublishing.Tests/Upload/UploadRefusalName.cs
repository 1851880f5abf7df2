namespace TrustedPublishing.Tests.Upload;

/// <summary>Names of internal rejections, for the data of public test methods.</summary>
public enum UploadRefusalName
{
    UnknownCredentials,
    NoRole,
    WrongAddress,
    ProxyWantsCredentials,
    TooLarge,
    Other,
    ServerFailure,
    Redirect,
    InvalidDistribution,
    ProjectNameRefused,
}

using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>A file on the index.</summary>
internal sealed record FileRow
{
    public required string FileName { get; init; }

    /// <summary>The release's version.</summary>
    public required string Version { get; init; }

    /// <summary><c>sdist</c> or <c>bdist_wheel</c>.</summary>
    public required string PackageType { get; init; }

    public required string PythonVersion { get; init; }

    public string Comment { get; init; } = "";

    public required long Size { get; init; }

    public required string Md5 { get; init; }

    public required string Sha256 { get; init; }

    public required string Blake2 { get; init; }

    public required DateTimeOffset Uploaded { get; init; }

    /// <summary>The SHA-256 of a wheel's METADATA, which is served alongside it (PEP 658).</summary>
    public string? MetadataSha256 { get; init; }

    /// <summary>The trusted publisher whose token was used for the upload; null for a user's token.</summary>
    public RehearsalPublisher? Publisher { get; init; }

    /// <summary>The attestations that were uploaded with it, in the format of the Integrity API; null for none.</summary>
    public string? Provenance { get; init; }

    /// <summary>The path under which it is served: the digest of its content, split 2/2/60, and its name.</summary>
    public string Path => $"{Blake2[..2]}/{Blake2[2..4]}/{Blake2[4..]}/{FileName}";
}

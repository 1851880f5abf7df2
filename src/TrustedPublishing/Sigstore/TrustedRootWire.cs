namespace TrustedPublishing.Sigstore;

/// <summary>A trusted root as Sigstore distributes it (<c>application/vnd.dev.sigstore.trustedroot+json</c>).</summary>
internal sealed record TrustedRootObject(
    IReadOnlyList<LogObject?> Tlogs, IReadOnlyList<LogObject?> Ctlogs, IReadOnlyList<AuthorityObject?> CertificateAuthorities);

/// <summary>A log.</summary>
internal sealed record LogObject(string BaseUrl, KeyObject PublicKey, LogId LogId);

/// <summary>A public key (DER), its type, and the period in which it was in use.</summary>
internal sealed record KeyObject(byte[] RawBytes, string KeyDetails, WindowObject ValidFor);

/// <summary>A certificate authority.</summary>
internal sealed record AuthorityObject(string Uri, ChainObject CertChain, WindowObject ValidFor);

/// <summary>A chain of certificates, the root last.</summary>
internal sealed record ChainObject(IReadOnlyList<CertificateObject?> Certificates);

/// <summary>A certificate (DER).</summary>
internal sealed record CertificateObject(byte[] RawBytes);

/// <summary>A period with inclusive bounds.</summary>
internal sealed record WindowObject
{
    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    /// <summary>A period without an end is open; one without a start contains nothing.</summary>
    public bool Contains(DateTimeOffset time) => Start <= time && (End is not { } end || time <= end);
}

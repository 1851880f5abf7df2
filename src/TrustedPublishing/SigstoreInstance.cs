namespace TrustedPublishing;

/// <summary>
/// An instance of Sigstore: where certificates are issued, where signatures are logged, and the trusted root for both. PyPI and TestPyPI
/// accept only attestations from <see cref="Production"/>.
/// </summary>
public sealed record SigstoreInstance
{
    private static readonly Lazy<SigstoreInstance> LazyProduction = new(() => new()
    {
        Name = "Sigstore",
        CertificateAuthority = new("https://fulcio.sigstore.dev"),
        TransparencyLog = new("https://rekor.sigstore.dev"),
        TrustedRoot = TrustedRoot.Embedded("sigstore.production.json"),
    });

    private static readonly Lazy<SigstoreInstance> LazyStaging = new(() => new()
    {
        Name = "Sigstore staging",
        CertificateAuthority = new("https://fulcio.sigstage.dev"),
        TransparencyLog = new("https://rekor.sigstage.dev"),
        TrustedRoot = TrustedRoot.Embedded("sigstore.staging.json"),
    });

    /// <summary>
    /// The public instance. Its trusted root is the one of 2026-08-22 (target <c>trusted_root.json</c> of the TUF repository, targets version 14);
    /// attestations made with newer keys cannot be verified and are not uploaded.
    /// </summary>
    public static SigstoreInstance Production => LazyProduction.Value;

    /// <summary>The test instance, with the trusted root of 2026-08-22 (targets version 28). No index accepts its attestations.</summary>
    public static SigstoreInstance Staging => LazyStaging.Value;

    /// <summary>The name in messages.</summary>
    public required string Name { get; init; }

    /// <summary>Fulcio, which issues certificates; the root URL of <c>api/v2/signingCert</c>.</summary>
    public required Uri CertificateAuthority { get; init; }

    /// <summary>Rekor (version 1), which logs signatures; the root URL of <c>api/v1/log/entries</c>.</summary>
    public required Uri TransparencyLog { get; init; }

    /// <summary>The trusted root.</summary>
    public required TrustedRoot TrustedRoot { get; init; }

    /// <summary>The audience of identity tokens for <see cref="CertificateAuthority"/>. Default: <c>sigstore</c>.</summary>
    public string Audience { get; init; } = "sigstore";

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

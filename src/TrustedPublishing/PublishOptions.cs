using TrustedPublishing.Identity;

namespace TrustedPublishing;

/// <summary>What to publish, where, and as whom.</summary>
public sealed partial record PublishOptions
{
    /// <summary>The index. A rehearsal uses a different address, not a different mode.</summary>
    public required PackageIndex Index { get; init; }

    /// <summary>Paths of files, or globs with <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>{a,b}</c> and <c>**</c>, relative to <see cref="BaseDirectory"/>.</summary>
    public required IReadOnlyList<string> Distributions { get; init; }

    /// <summary>The base directory for relative paths and globs. Default: the current directory.</summary>
    public string BaseDirectory { get; init; } = System.Environment.CurrentDirectory;

    /// <summary>The environment variables of the CI job. Default: those of this process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = CiEnvironment.OfThisProcess();

    /// <summary>An API token to use instead of Trusted Publishing (user <c>__token__</c>). Default: none.</summary>
    public Secret? ApiToken { get; init; }

    /// <summary>A user name for indexes that are not PyPI. Default: none.</summary>
    public string? UserName { get; init; }

    /// <summary>The password of <see cref="UserName"/>. Default: none.</summary>
    public Secret? Password { get; init; }

    /// <summary>
    /// The audience of identity tokens for an index other than PyPI and TestPyPI; the index must name the same one. Audiences of other services
    /// (cloud providers, Sigstore, package registries) are never requested. Default: the host name of the index.
    /// </summary>
    public string? Audience { get; init; }

    /// <summary>The publisher that should be registered at the index, which the job's identity is compared with. Default: unknown.</summary>
    public TrustedPublisher? Publisher { get; init; }

    /// <summary>How violations of the index's rules that are found before the upload are treated. Default: <see cref="PreflightLevel.Error"/>.</summary>
    public PreflightLevel Preflight { get; init; } = PreflightLevel.Error;

    /// <summary>Whether attestations (PEP 740) are made and uploaded. Default: <see cref="AttestationMode.Auto"/>.</summary>
    public AttestationMode Attestations { get; init; } = AttestationMode.Auto;

    /// <summary>
    /// The Sigstore instance that makes and verifies attestations. Default: <see cref="SigstoreInstance.Production"/> for PyPI and TestPyPI, the only one they
    /// accept; none for other indexes, unless <see cref="Attestations"/> requires attestations.
    /// </summary>
    public SigstoreInstance? Sigstore { get; init; }

    /// <summary>
    /// The initial number of files sent in parallel after the first. It slowly grows to twice as many while the index keeps up, and shrinks while
    /// the index is limiting requests. 1: one file at a time. Default: 4. Range: 1 to 16.
    /// </summary>
    public int Parallel { get; init; } = 4;

    /// <summary>Where the journal of attempts is kept, so that a later run can tell what an earlier one did. Default: nowhere.</summary>
    public string? JournalFile { get; init; }

    /// <summary>Whether the index must list every file after the upload. Default: <see cref="VerifyLevel.Require"/>.</summary>
    public VerifyLevel Verify { get; init; } = VerifyLevel.Require;

    /// <summary>The maximum time to wait for the index to list every file after the upload. Zero: no verification. Default: 60 seconds.</summary>
    public TimeSpan VerificationLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A file with further certificate authorities (PEM), in addition to the variable <c>SSL_CERT_FILE</c>. Default: none.</summary>
    public string? CertificateAuthorities { get; init; }

    /// <summary>A client certificate with its key (PEM). Default: none.</summary>
    public string? ClientCertificate { get; init; }

    /// <summary>Called synchronously as soon as a secret exists and before it is used, so that the host can mask it in logs.</summary>
    public Action<Secret>? OnSecret { get; init; }

    /// <summary>
    /// The required SHA-256 of each file, by path, so that every index gets the files that were inspected for the first. Default: none.
    /// </summary>
    internal IReadOnlyDictionary<string, string> Digests { get; init; } = new Dictionary<string, string>();

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

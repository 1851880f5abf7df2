using TrustedPublishing.Identity;

namespace TrustedPublishing;

/// <summary>What to publish, where, and as whom.</summary>
public sealed record PublishOptions
{
    /// <summary>The index. A rehearsal is another address, never a mode.</summary>
    public required PackageIndex Index { get; init; }

    /// <summary>Paths of files, or globs with <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>{a,b}</c> and <c>**</c>, relative to <see cref="BaseDirectory"/>.</summary>
    public required IReadOnlyList<string> Distributions { get; init; }

    /// <summary>Where relative paths and globs start. Default: the current directory.</summary>
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
    /// What identity tokens for an index other than PyPI and TestPyPI are issued for; the index must name the same. Audiences of other services
    /// (cloud providers, Sigstore, package registries) are never asked for. Default: the host name of the index.
    /// </summary>
    public string? Audience { get; init; }

    /// <summary>The publisher that should be registered at the index, to compare the job's identity with. Default: unknown.</summary>
    public TrustedPublisher? Publisher { get; init; }

    /// <summary>What the index's rules, applied beforehand, lead to. Default: <see cref="PreflightLevel.Error"/>.</summary>
    public PreflightLevel Preflight { get; init; } = PreflightLevel.Error;

    /// <summary>Whether attestations (PEP 740) are made and uploaded. Default: <see cref="AttestationMode.Auto"/>.</summary>
    public AttestationMode Attestations { get; init; } = AttestationMode.Auto;

    /// <summary>
    /// With what attestations are made and verified. Default: <see cref="SigstoreInstance.Production"/> for PyPI and TestPyPI, the only one they
    /// accept; for other indexes none, unless <see cref="Attestations"/> asks for them.
    /// </summary>
    public SigstoreInstance? Sigstore { get; init; }

    /// <summary>
    /// How many files are sent at the same time after the first, to begin with: while the index keeps up, slowly up to twice as many; fewer while
    /// it asks to slow down. 1: always one after another. Default: 4. From 1 to 16.
    /// </summary>
    public int Parallel { get; init; } = 4;

    /// <summary>Where the ledger of attempts is kept, so that a later run can tell what an earlier one did. Default: nowhere.</summary>
    public string? LedgerFile { get; init; }

    /// <summary>Whether the index must prove that it has every file. Default: <see cref="VerifyLevel.Require"/>.</summary>
    public VerifyLevel Verify { get; init; } = VerifyLevel.Require;

    /// <summary>How long the index is asked after the release whether it serves every file. Zero: not asked. Default: 60 seconds.</summary>
    public TimeSpan VerificationLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A file with further certificate authorities (PEM), in addition to the variable <c>SSL_CERT_FILE</c>. Default: none.</summary>
    public string? CertificateAuthorities { get; init; }

    /// <summary>A client certificate with its key (PEM). Default: none.</summary>
    public string? ClientCertificate { get; init; }

    /// <summary>Called, synchronously, the moment a secret exists and before anything else happens with it: mask it in logs.</summary>
    public Action<Secret>? OnSecret { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

namespace TrustedPublishing.Rehearsal;

/// <summary>The behaviour of the embedded index. Every default corresponds to PyPI.</summary>
public sealed record RehearsalOptions
{
    /// <summary>The port on 127.0.0.1. Default: 0, a free port.</summary>
    public int Port { get; init; }

    /// <summary>The required audience of identity tokens. Default: <c>pypi</c>.</summary>
    public string Audience { get; init; } = "pypi";

    /// <summary>
    /// The clock of the index, its token service and its faults. PyPI lists that are older than a year by this clock (classifiers, platform tags,
    /// metadata versions) reject nothing, because PyPI's own lists may have changed. Default: the system's.
    /// </summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The lifetime of API tokens. Default: 900 seconds.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromSeconds(900);

    /// <summary>The lifetime of identity tokens. Default: 5 minutes, as on GitHub.</summary>
    public TimeSpan IdentityLife { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The job whose environment <see cref="RehearsalIndex.JobEnvironment"/> returns. Default: the job that the first registered publisher trusts.
    /// </summary>
    public RehearsalJob? Job { get; init; }

    /// <summary>
    /// Where state and files are stored. Everything that was accepted survives even if the process is killed. Default: none; everything is
    /// deleted with the index.
    /// </summary>
    public string? DataDirectory { get; init; }

    /// <summary>The faults to simulate. Default: none.</summary>
    public RehearsalFaults Faults { get; init; } = RehearsalFaults.None;

    /// <summary>The size limit of one file in bytes. Default: 100 MiB.</summary>
    public long MaximumFileSize { get; init; } = 100L * 1024 * 1024;

    /// <summary>The limit on the total size of a project's files in bytes. Default: 10 GiB.</summary>
    public long MaximumProjectSize { get; init; } = 10L * 1024 * 1024 * 1024;

    /// <summary>The delay of every response, for measurements. Default: none.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>How attestations are treated. Default: <see cref="AttestationPolicy.Verified"/>.</summary>
    internal AttestationPolicy Attestations { get; init; } = AttestationPolicy.Verified;

    /// <summary>The lifetime of certificates from <see cref="RehearsalIndex.Sigstore"/>. Default: 10 minutes, as in the public instance.</summary>
    public TimeSpan CertificateLife { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether API tokens can be revoked at <see cref="PackageIndex.BurnUrl"/>. Default: true.</summary>
    public bool BurnOffered { get; init; } = true;

    /// <summary>Whether the index exchanges identity tokens at all. Default: true.</summary>
    public bool OffersTrustedPublishing { get; init; } = true;

    /// <summary>Disabled providers: <c>github</c>, <c>gitlab</c>, <c>google</c>, <c>activestate</c>. Default: none.</summary>
    public IReadOnlyList<string> DisabledProviders { get; init; } = [];

    /// <summary>
    /// Issuers that organisations have added, with their declared type: <c>github</c>, <c>gitlab</c>, <c>google</c>, <c>activestate</c>.
    /// Only <c>gitlab</c> works end to end, as on PyPI. Issuers of registered GitLab publishers need not be listed. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, string> OrganizationIssuers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether every upload is rejected as during maintenance. Default: false.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether every upload is rejected as during an attack on the index. Default: false.</summary>
    public bool UploadsDisabled { get; init; }

    /// <summary>Whether new projects are rejected. Default: false.</summary>
    public bool NewProjectsDisabled { get; init; }

    /// <summary>How many projects a user may create by upload per hour; pending publishers are not limited. Default: 20.</summary>
    public int ProjectsPerUserAndHour { get; init; } = 20;

    /// <summary>How many projects may be created by upload per hour from one address; all clients of this index share one. Default: 40.</summary>
    public int ProjectsPerAddressAndHour { get; init; } = 40;

    /// <summary>
    /// Prohibited project names. PyPI's list is not public; these are the known entries. Default: <c>requirements.txt</c> and
    /// <c>rrequirements.txt</c>.
    /// </summary>
    public IReadOnlyList<string> ProhibitedNames { get; init; } = ["requirements.txt", "rrequirements.txt"];

    /// <summary>Organisations whose projects reject uploads because of a missing payment or an administrator's decision. Default: none.</summary>
    public IReadOnlyList<string> InactiveOrganizations { get; init; } = [];

    /// <summary>Users whose tokens are rejected like unknown ones. Default: none.</summary>
    public IReadOnlyList<string> DisabledUsers { get; init; } = [];

    /// <summary>Users whose tokens are rejected because they have no verified e-mail address. Default: none.</summary>
    public IReadOnlyList<string> UsersWithoutVerifiedEmail { get; init; } = [];

    /// <summary>Users whose tokens are rejected because they have no two-factor authentication. Default: none.</summary>
    public IReadOnlyList<string> UsersWithoutTwoFactor { get; init; } = [];
}

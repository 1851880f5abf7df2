namespace TrustedPublishing.Rehearsal;

/// <summary>How the embedded index behaves. Every default is what PyPI does.</summary>
public sealed record RehearsalOptions
{
    /// <summary>The port on 127.0.0.1. Default: 0, a free one.</summary>
    public int Port { get; init; }

    /// <summary>The audience that identity tokens must be issued for. Default: <c>pypi</c>.</summary>
    public string Audience { get; init; } = "pypi";

    /// <summary>
    /// The clock of the index, its token service and its faults. Lists of PyPI that are older than a year by it (classifiers, platform tags,
    /// metadata versions) refuse nothing, since PyPI's own have moved on. Default: the system's.
    /// </summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long an API token lives. Default: 900 seconds.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromSeconds(900);

    /// <summary>How long an identity token lives. Default: 5 minutes, as on GitHub.</summary>
    public TimeSpan IdentityLife { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The job whose environment <see cref="RehearsalIndex.JobEnvironment"/> gives. Default: the job that the first registered publisher trusts.</summary>
    public RehearsalJob? Job { get; init; }

    /// <summary>
    /// Where state and files are kept. What was answered with success is there after the process was killed. Default: none; everything ends
    /// with the index.
    /// </summary>
    public string? DataDirectory { get; init; }

    /// <summary>What goes wrong, and when. Default: nothing.</summary>
    public RehearsalFaults Faults { get; init; } = RehearsalFaults.None;

    /// <summary>The limit of one file in bytes. Default: 100 MiB.</summary>
    public long MaximumFileSize { get; init; } = 100L * 1024 * 1024;

    /// <summary>The limit of all files of one project in bytes. Default: 10 GiB.</summary>
    public long MaximumProjectSize { get; init; } = 10L * 1024 * 1024 * 1024;

    /// <summary>How long every answer is held back, for measuring. Default: not at all.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>What becomes of attestations. Default: <see cref="AttestationPolicy.Verified"/>.</summary>
    internal AttestationPolicy Attestations { get; init; } = AttestationPolicy.Verified;

    /// <summary>How long certificates of <see cref="RehearsalIndex.Sigstore"/> live. Default: 10 minutes, as those of the public instance.</summary>
    public TimeSpan CertificateLife { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether API tokens can be revoked at <see cref="PackageIndex.BurnUrl"/>. Default: true.</summary>
    public bool BurnOffered { get; init; } = true;

    /// <summary>Whether the index exchanges identity tokens at all. Default: true.</summary>
    public bool OffersTrustedPublishing { get; init; } = true;

    /// <summary>Providers that are switched off: <c>github</c>, <c>gitlab</c>, <c>google</c>, <c>activestate</c>. Default: none.</summary>
    public IReadOnlyList<string> DisabledProviders { get; init; } = [];

    /// <summary>
    /// Issuers that organisations have attached, with their declared type: <c>github</c>, <c>gitlab</c>, <c>google</c>, <c>activestate</c>.
    /// Only <c>gitlab</c> works end to end, as on PyPI. Issuers of registered GitLab publishers need not be listed. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, string> OrganizationIssuers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether every upload is refused as during maintenance. Default: false.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether every upload is refused as during an attack on the index. Default: false.</summary>
    public bool UploadsDisabled { get; init; }

    /// <summary>Whether new projects are refused. Default: false.</summary>
    public bool NewProjectsDisabled { get; init; }

    /// <summary>How many projects a user may create by upload in an hour; a pending publisher creates without limit. Default: 20.</summary>
    public int ProjectsPerUserAndHour { get; init; } = 20;

    /// <summary>How many projects may be created by upload from one address in an hour, and all clients of this index have one. Default: 40.</summary>
    public int ProjectsPerAddressAndHour { get; init; } = 40;

    /// <summary>
    /// Names that no project may have. PyPI's list is not public; this is what is known of it. Default: <c>requirements.txt</c> and
    /// <c>rrequirements.txt</c>.
    /// </summary>
    public IReadOnlyList<string> ProhibitedNames { get; init; } = ["requirements.txt", "rrequirements.txt"];

    /// <summary>Organisations whose projects take no uploads, for want of payment or by an administrator. Default: none.</summary>
    public IReadOnlyList<string> InactiveOrganizations { get; init; } = [];

    /// <summary>Users whose tokens are as unknown as if they had never been. Default: none.</summary>
    public IReadOnlyList<string> DisabledUsers { get; init; } = [];

    /// <summary>Users whose tokens are refused for want of a verified e-mail address. Default: none.</summary>
    public IReadOnlyList<string> UsersWithoutVerifiedEmail { get; init; } = [];

    /// <summary>Users whose tokens are refused for want of two-factor authentication. Default: none.</summary>
    public IReadOnlyList<string> UsersWithoutTwoFactor { get; init; } = [];
}

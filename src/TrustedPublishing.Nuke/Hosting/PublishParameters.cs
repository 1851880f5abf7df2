using Nuke.Common;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.Parameters;
using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>Converts a build's parameters to options of the core library.</summary>
internal static class PublishParameters
{
    /// <summary>One release for each index, in the order of publishing.</summary>
    public static IReadOnlyList<PublishOptions> ReadOptions(IPublishDistributions build)
    {
        var defaults = new PublishOptions { Index = PackageIndex.PyPI, Distributions = DistributionsOf(build) };
        var environment = defaults.Environment;
        RefuseEmpty(environment, nameof(build.PypiIndex), nameof(build.PypiSimple), nameof(build.PypiPreflight), nameof(build.PypiAttestations), nameof(build.PypiProject), nameof(build.Distributions));
        var destinations = Destinations.Parse(build.PypiIndex, build.PypiSimple, build.PypiAudience, build.PypiFileHosts ?? []);
        var shared = defaults with
        {
            ApiToken = Given(build.PypiToken, nameof(build.PypiToken), environment),
            UserName = UserName(build),
            Password = Given(build.PypiPassword, nameof(build.PypiPassword), environment),
            Preflight = Choice.Parse<PreflightLevel>("--pypi-preflight", build.PypiPreflight),
            Verify = Choice.Parse<VerifyLevel>("--pypi-verify", build.PypiVerify),
            Attestations = Choice.Parse<AttestationMode>("--pypi-attestations", build.PypiAttestations),
            Parallel = Choice.Within("--pypi-parallel", build.PypiParallel, 1, 16),
            JournalFile = build.DistributionsDirectory.Parent / $"publish-journal{ProjectFolderName.Suffix(ChosenProject.NameOf(build))}.json",
            CertificateAuthorities = build.PypiCertificateAuthorities,
            ClientCertificate = build.PypiClientCertificate,
            OnSecret = SecretMask.Apply,
        };
        var publisher = BuildDeclarations.Publisher(build);
        RefuseSharedCredentials(shared, [.. destinations.Select(destination => destination.Index)]);
        return
        [
            .. destinations.Select(destination => shared with
            {
                Index = destination.Index, Audience = destination.Audience, Publisher = publisher.Find(destination.Index, environment),
            }),
        ];
    }

    /// <summary>The given or packed distributions.</summary>
    public static IReadOnlyList<string> DistributionsOf(IPackDistributions build) =>
        build.Distributions is { Length: > 0 } given ? given : [Path.Combine(ChosenProject.DistributionsOf(build), "*")];

    /// <summary>A credential belongs to one index and must not be disclosed to another.</summary>
    private static void RefuseSharedCredentials(PublishOptions options, IReadOnlyList<PackageIndex> indexes)
    {
        var given = options.ApiToken is not null ? "--pypi-token" : options.Password is not null ? "--pypi-password" : options.UserName is not null ? "--pypi-user" : null;
        if (given is not null && indexes.Count > 1)
        {
            throw new Failure($"{given} belongs to one index, and would be sent to {string.Join(" and ", indexes.Select(index => index.Name))}: omit it, so that a separate identity token is exchanged with each index, or publish to each index in a separate run.");
        }
    }

    /// <summary>
    /// NUKE treats an empty variable as unset, and the default would then decide where the files go, which is not what the user wanted.
    /// </summary>
    private static void RefuseEmpty(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> parameters)
    {
        if (parameters.SelectMany(parameter => VariableDiagnostics.Empty(parameter, environment)).FirstOrDefault() is { } empty)
        {
            throw new Failure($"The variable {empty} is set but empty, as happens when a CI variable does not exist. Set a value, or remove it to use the default.");
        }
    }

    private static string? UserName(IPublishDistributions build) => build.PypiUser is { } user && user.Contains(':', StringComparison.Ordinal)
        ? throw new Failure($"--pypi-user {ParameterDiagnostics.Shown(user)} contains a colon, which a user name cannot have (RFC 7617).")
        : build.PypiUser;

    /// <summary>
    /// A secret that is set but empty is usually one that the CI system does not know. Treating it as unset would silently publish in a different way
    /// than requested.
    /// </summary>
    private static Secret? Given(string? value, string parameter, IReadOnlyDictionary<string, string> environment) =>
        value is null && VariableDiagnostics.Empty(parameter, environment).FirstOrDefault() is { } empty
            ? throw new Failure($"The variable {empty} is set but empty, as happens when a CI secret does not exist. "
                + "Set a value, or remove it to use Trusted Publishing.")
            : Secret.From(value);
}

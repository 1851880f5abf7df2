using Nuke.Common;
using TrustedPublishing.Nuke.Declaration;

namespace TrustedPublishing.Nuke.Publishing;

/// <summary>A build's parameters as options of the core.</summary>
internal static class PublishParameters
{
    public static PublishOptions Of(IPublishDistributions build)
    {
        var defaults = new PublishOptions { Index = Index(build), Distributions = DistributionsOf(build) };
        var environment = defaults.Environment;
        return defaults with
        {
            ApiToken = Given(build.PypiToken, nameof(build.PypiToken), environment),
            UserName = build.PypiUser,
            Password = Given(build.PypiPassword, nameof(build.PypiPassword), environment),
            Publisher = DeclaredPublisher.Of(build, defaults.Index, environment),
            Preflight = build.PypiPreflight,
            Attestations = build.PypiAttestations,
            Parallel = build.PypiParallel,
            LedgerFile = build.DistributionsDirectory.Parent / $"publish-ledger{ChosenProject.SuffixOf(ChosenProject.NameOf(build))}.json",
            CertificateAuthorities = build.PypiCertificateAuthorities,
            ClientCertificate = build.PypiClientCertificate,
            OnSecret = SecretMask.Apply,
        };
    }

    /// <summary>What was given, or what was packed.</summary>
    public static IReadOnlyList<string> DistributionsOf(IPackDistributions build) =>
        build.Distributions is { Length: > 0 } given ? given : [ChosenProject.DistributionsOf(build) / "*"];

    private static PackageIndex Index(IPublishDistributions build)
    {
        try
        {
            return PackageIndex.Parse(build.PypiIndex, build.PypiSimple);
        }
        catch (ArgumentException exception)
        {
            throw new Failure($"--pypi-index or --pypi-simple cannot be used: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// A secret that is there but empty is mostly one that the CI system does not know. Taking that for "none was given" would silently
    /// publish in another way than the one that was asked for.
    /// </summary>
    private static Secret? Given(string? value, string parameter, IReadOnlyDictionary<string, string> environment)
    {
        var empty = environment.FirstOrDefault(variable => variable.Value.Length == 0 && IsFor(parameter, variable.Key)).Key;
        return value is null && empty is not null
            ? throw new Failure($"The variable {empty} is set but empty, as it is when a CI secret does not exist. "
                + "Give it a value, or remove it to publish with Trusted Publishing.")
            : Secret.From(value);
    }

    private static bool IsFor(string parameter, string variable)
    {
        var letters = string.Concat(variable.Where(char.IsLetterOrDigit));
        return letters.Equals(parameter, StringComparison.OrdinalIgnoreCase)
            || letters.Equals("NUKE" + parameter, StringComparison.OrdinalIgnoreCase);
    }
}

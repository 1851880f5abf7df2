using System.Collections.Concurrent;
using TrustedPublishing.Distributions;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Sigstore;

/// <summary>
/// Attests the files that are about to be uploaded (PEP 740): after the exchange, so that a job that may not publish logs nothing, and before the
/// first upload, because an attestation cannot be added later.
/// </summary>
internal sealed class Attestor(PublishOptions options, HttpClient http, CredentialSource credentials, ProgressRecord progress)
{
    /// <exception cref="PublishException">An attestation was requested but cannot be created or verified.</exception>
    /// <returns>The attestations by the path of their distribution; empty if nothing is attested.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Attestation>>> AttestAsync(IReadOnlyList<Distribution> distributions, CancellationToken cancellationToken)
    {
        var attestations = new ConcurrentDictionary<string, IReadOnlyList<Attestation>>(StringComparer.Ordinal);
        if (AttestationPlan.Create(options, credentials.Exchanged, progress.Warn) is not { } plan)
        {
            return attestations;
        }

        using var signer = new DistributionSigner(options, http, plan, progress);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(distributions, limits, async (distribution, token) =>
            attestations[distribution.Path] = await AttestAsync(distribution, plan, signer, token));
        return attestations;
    }

    /// <summary>Uses the attestations stored next to the file, or creates one if there are none.</summary>
    private static async Task<IReadOnlyList<Attestation>> AttestAsync(Distribution distribution, AttestationPlan plan, DistributionSigner signer, CancellationToken cancellationToken) =>
        ExistingAttestations.Read(distribution, plan) is { Count: > 0 } given ? given : [await signer.SignAsync(distribution, cancellationToken)];
}

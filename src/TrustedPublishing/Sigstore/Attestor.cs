using System.Collections.Concurrent;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Sigstore;

/// <summary>
/// Attests the files that are about to be uploaded (PEP 740): after the exchange, so that a job that may not publish logs nothing, and before the
/// first upload, because an attestation cannot be added later.
/// </summary>
internal sealed class Attestor(AttestationPlan plan, int parallel, TimeProvider time, HttpClient http, IProgress<PublishProgress> progress)
{
    /// <exception cref="PublishException">An attestation was requested but cannot be created or verified.</exception>
    /// <returns>The attestations by the path of their distribution; empty if nothing is attested.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Attestation>>> AttestAsync(IReadOnlyList<Distribution> distributions, CancellationToken cancellationToken)
    {
        var attestations = new ConcurrentDictionary<string, IReadOnlyList<Attestation>>(StringComparer.Ordinal);
        using var signer = new DistributionSigner(plan, http, time, progress);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(distributions, limits, async (distribution, token) =>
            attestations[distribution.Path] = await AttestAsync(distribution, signer, token));
        return attestations;
    }

    /// <summary>Uses the attestations stored next to the file, or creates one if there are none.</summary>
    private async Task<IReadOnlyList<Attestation>> AttestAsync(Distribution distribution, DistributionSigner signer, CancellationToken cancellationToken) =>
        ExistingAttestations.Read(distribution, plan) is { Count: > 0 } given ? given : [await signer.SignAsync(distribution, cancellationToken)];
}

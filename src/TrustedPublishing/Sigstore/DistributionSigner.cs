using TrustedPublishing.Distributions;

namespace TrustedPublishing.Sigstore;

/// <summary>Creates the attestation of a distribution: statement, signature, log entry. It is returned only if it can be verified.</summary>
internal sealed class DistributionSigner(AttestationPlan plan, HttpClient http, TimeProvider time, IProgress<PublishProgress> progress) : IDisposable
{
    private readonly FulcioClient certificates = new(plan.Sigstore, plan.System, http, time, progress);
    private readonly RekorClient log = new(plan.Sigstore, http, time, progress);

    /// <exception cref="PublishException">It could not be created or verified.</exception>
    public async Task<Attestation> SignAsync(Distribution distribution, CancellationToken cancellationToken)
    {
        var certificate = await certificates.CurrentAsync(cancellationToken);
        var statement = PublishStatement.Create(distribution.FileName.Text, distribution.Sha256);
        var signature = certificate.Sign(DsseEncoding.Encode(statement));
        var entry = await log.LogAsync(distribution.FileName.Text, statement, signature, certificate.Leaf, cancellationToken);
        var attestation = new Attestation(new AttestationObject(1, new(certificate.Leaf.Certificate.RawData, [entry]), new(statement, signature)));
        AttestationCheck.ThrowIfUnusable(attestation, distribution, plan);
        progress.Report(new PublishProgress.Attested(distribution.FileName.Text, entry.LogIndex));
        return attestation;
    }

    public void Dispose() => certificates.Dispose();
}

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using TrustedPublishing.Http;
using TrustedPublishing.Identity;

namespace TrustedPublishing.Sigstore;

/// <summary>Provides the signing certificate of this job for the duration of a release: one for all files, replaced before it expires.</summary>
internal sealed class FulcioClient(SigstoreInstance sigstore, CiSystem system, HttpClient http, TimeProvider time, IProgress<PublishProgress> progress) : IDisposable
{
    private readonly SemaphoreSlim renewal = new(1, 1);
    private readonly List<SigningCertificate> all = [];

    /// <summary>Returns a certificate that is valid long enough to sign and log with.</summary>
    /// <exception cref="PublishException">No certificate was issued, or the certificate is not for this key.</exception>
    public async Task<SigningCertificate> CurrentAsync(CancellationToken cancellationToken)
    {
        await renewal.WaitAsync(cancellationToken);
        try
        {
            if (all.Count == 0 || all[^1].IsDue(time.GetUtcNow()))
            {
                all.Add(await RequestAsync(cancellationToken));
            }

            return all[^1];
        }
        finally
        {
            renewal.Release();
        }
    }

    public void Dispose()
    {
        all.ForEach(certificate => certificate.Dispose());
        renewal.Dispose();
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Key and certificate live as long as this object.")]
    private async Task<SigningCertificate> RequestAsync(CancellationToken cancellationToken)
    {
        var identity = await system.IdentifyAsync(sigstore.Audience, progress, cancellationToken);
        progress.Report(new PublishProgress.IdentityDetected(system.Name, sigstore.Audience));
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        try
        {
            var answer = await HttpRetry.Pipeline(time, "signing certificate", progress).ExecuteAsync(
                async token =>
                {
                    using var request = FulcioProtocol.Request(sigstore, identity.Value, key);
                    return await http.AskAsync(request, HttpClients.ShortDeadline, time, token);
                },
                cancellationToken);
            var der = FulcioProtocol.Read(answer) ?? throw AttestationFailures.CertificateNotIssued(sigstore, FulcioProtocol.Address(sigstore), answer);
            return new(key, Checked(der, key), time.GetUtcNow());
        }
        catch (Exception)
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>Checks, before anything is signed, that the certificate is for our key and that its authority is one that PyPI trusts too.</summary>
    private LeafCertificate Checked(byte[] der, ECDsa key)
    {
        try
        {
            var leaf = LeafCertificate.Read(der);
            CertificateCheck.Check(leaf, leaf.NotBefore, sigstore.TrustedRoot);
            return leaf.Certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo())
                ? leaf
                : throw new AttestationException("it is for another key");
        }
        catch (AttestationException exception)
        {
            throw AttestationFailures.CertificateUnusable(sigstore, FulcioProtocol.Address(sigstore), exception);
        }
    }
}

using System.Security.Cryptography;

namespace TrustedPublishing.Sigstore;

/// <summary>An in-memory key and the certificate that identifies its owner.</summary>
internal sealed class SigningCertificate(ECDsa key, LeafCertificate leaf, DateTimeOffset received) : IDisposable
{
    /// <summary>Signatures must be logged while the certificate is valid.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(2);

    public LeafCertificate Leaf => leaf;

    /// <summary>
    /// Whether it must be replaced. The local clock may differ from Sigstore's, so its lifetime is counted from when it was received.
    /// </summary>
    public bool IsDue(DateTimeOffset now) => now - received > leaf.NotAfter - leaf.NotBefore - Reserve;

    /// <summary>A signature (DER) over <paramref name="data"/>.</summary>
    public byte[] Sign(byte[] data) => key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose()
    {
        key.Dispose();
        leaf.Dispose();
    }
}

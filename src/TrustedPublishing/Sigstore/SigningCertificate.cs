using System.Security.Cryptography;

namespace TrustedPublishing.Sigstore;

/// <summary>A key that exists in this process only, and the certificate that says whose it is.</summary>
internal sealed class SigningCertificate(ECDsa key, LeafCertificate leaf, DateTimeOffset received) : IDisposable
{
    /// <summary>What is signed must be logged while the certificate is valid.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(2);

    public LeafCertificate Leaf => leaf;

    /// <summary>Whether it is time for another one. The clock here may differ from that of Sigstore, so its life counts from when it came.</summary>
    public bool IsDue(DateTimeOffset now) => now - received > leaf.NotAfter - leaf.NotBefore - Reserve;

    /// <summary>A signature (DER) over <paramref name="data"/>.</summary>
    public byte[] Sign(byte[] data) => key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose()
    {
        key.Dispose();
        leaf.Dispose();
    }
}

using System.Security.Cryptography;

namespace TrustedPublishing.Rehearsal.Signing;

/// <summary>The key of a log (P-256), and the log's public ID.</summary>
internal sealed class LogKey : IDisposable
{
    private readonly Lock gate = new();
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public LogKey()
    {
        Public = key.ExportSubjectPublicKeyInfo();
        Id = SHA256.HashData(Public);
    }

    /// <summary>The public key (DER).</summary>
    public byte[] Public { get; }

    /// <summary>The SHA-256 of the public key.</summary>
    public byte[] Id { get; }

    /// <summary>A signature (DER).</summary>
    public byte[] Sign(byte[] data)
    {
        lock (gate)
        {
            return key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    public void Dispose() => key.Dispose();
}

using System.Security.Cryptography;

namespace TrustedPublishing.Sigstore;

/// <summary>A trusted log and its signing key.</summary>
/// <param name="Host">The host of its address, which is also its name in checkpoints.</param>
/// <param name="Id">The ID by which entries refer to it.</param>
/// <param name="Key">The public key (DER).</param>
/// <param name="Kind">The key type, in Sigstore's terms.</param>
/// <param name="Window">The period in which the key was in use.</param>
internal sealed record TrustedLog(string Host, byte[] Id, byte[] Key, string Kind, WindowObject Window)
{
    public static TrustedLog FromJson(LogObject? log) => log is null ? throw new FormatException("A log is null.") : new(
        Uri.TryCreate(log.BaseUrl, UriKind.Absolute, out var url) ? url.Host : log.BaseUrl,
        log.LogId.KeyId,
        log.PublicKey.RawBytes,
        log.PublicKey.KeyDetails,
        log.PublicKey.ValidFor);

    public bool Is(ReadOnlySpan<byte> id, DateTimeOffset time) => id.SequenceEqual(Id) && Window.Contains(time);

    /// <summary>
    /// Whether the log made <paramref name="signature"/> over <paramref name="data"/>. Keys other than ECDSA and RSA (Rekor version 2) are not
    /// supported.
    /// </summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        try
        {
            return Kind.Contains("ECDSA", StringComparison.Ordinal) ? VerifyEcdsa(data, signature)
                : Kind.Contains("RSA", StringComparison.Ordinal) && VerifyRsa(data, signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private bool VerifyEcdsa(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Key, out _);
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private bool VerifyRsa(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = RSA.Create();
        if (Kind.StartsWith("PKCS1", StringComparison.Ordinal))
        {
            key.ImportRSAPublicKey(Key, out _);
        }
        else
        {
            key.ImportSubjectPublicKeyInfo(Key, out _);
        }

        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}

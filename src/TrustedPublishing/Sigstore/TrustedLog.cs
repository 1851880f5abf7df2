using System.Security.Cryptography;

namespace TrustedPublishing.Sigstore;

/// <summary>A trusted log, with the key that it signs with.</summary>
/// <param name="Host">The host of its address, under which it signs checkpoints.</param>
/// <param name="Id">What entries name it by.</param>
/// <param name="Key">The public key (DER).</param>
/// <param name="Kind">Which kind of key, in Sigstore's words.</param>
/// <param name="Window">When the key was in use.</param>
internal sealed record TrustedLog(string Host, byte[] Id, byte[] Key, string Kind, WindowObject Window)
{
    public static TrustedLog FromJson(LogObject? log) => log is null ? throw new FormatException("A log is null.") : new(
        Uri.TryCreate(log.BaseUrl, UriKind.Absolute, out var url) ? url.Host : log.BaseUrl,
        log.LogId.KeyId,
        log.PublicKey.RawBytes,
        log.PublicKey.KeyDetails,
        log.PublicKey.ValidFor);

    public bool Is(ReadOnlySpan<byte> id, DateTimeOffset time) => id.SequenceEqual(Id) && Window.Contains(time);

    /// <summary>Whether <paramref name="signature"/> over <paramref name="data"/> is the log's. Keys that are neither ECDSA nor RSA (Rekor version 2) sign nothing here.</summary>
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

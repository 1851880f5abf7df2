using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TrustedPublishing.Sigstore;

/// <summary>The certificate log's promise inside a certificate (SCT, RFC 6962) that the certificate is publicly logged.</summary>
/// <param name="LogId">The ID of the log.</param>
/// <param name="Milliseconds">The time, in milliseconds since 1970.</param>
/// <param name="Extensions">The log's extensions.</param>
/// <param name="Signature">The signature (DER).</param>
internal sealed record SignedCertificateTimestamp(byte[] LogId, ulong Milliseconds, byte[] Extensions, byte[] Signature)
{
    public const string Oid = "1.3.6.1.4.1.11129.2.4.2";

    private const byte EcdsaSha256High = 4;
    private const byte EcdsaSha256Low = 3;

    /// <exception cref="AttestationException">There is no such promise, or none from a trusted log.</exception>
    public static void Check(X509Certificate2 leaf, X509Certificate2 issuer, TrustedRoot root)
    {
        var timestamp = FromCertificate(leaf);
        var time = timestamp.Milliseconds < (ulong)DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds((long)timestamp.Milliseconds) : DateTimeOffset.MaxValue;
        var signed = timestamp.Signed(PrecertificateBody.FromCertificate(leaf), SHA256.HashData(issuer.PublicKey.ExportSubjectPublicKeyInfo()));
        var log = root.CertificateLogs.FirstOrDefault(log => log.Is(timestamp.LogId, time))
            ?? throw new AttestationException("failed to verify SCT on signing certificate: it is of no certificate log that is trusted");
        if (!log.Verify(signed, timestamp.Signature))
        {
            throw new AttestationException("failed to verify SCT on signing certificate: invalid signature");
        }
    }

    /// <summary>The certificate's only timestamp.</summary>
    /// <exception cref="AttestationException">There is none or more than one, or it cannot be parsed.</exception>
    public static SignedCertificateTimestamp FromCertificate(X509Certificate2 certificate)
    {
        try
        {
            return Read(AsnDecoder.ReadOctetString(certificate.Extensions[Oid]?.RawData ?? [], AsnEncodingRules.DER, out _))
                ?? throw new AttestationException("failed to verify SCT on signing certificate: exactly one is needed, of version 1 and signed with ECDSA");
        }
        catch (AsnContentException exception)
        {
            throw new AttestationException("failed to verify SCT on signing certificate: there is none that can be read", exception);
        }
    }

    /// <summary>Parses a list with exactly one timestamp; otherwise null.</summary>
    public static SignedCertificateTimestamp? Read(ReadOnlySpan<byte> list)
    {
        if (!TryTake16(ref list, out var items) || list.Length > 0 || !TryTake16(ref items, out var item) || items.Length > 0
            || item.Length < 41 || item[0] != 0)
        {
            return null;
        }

        var (id, time) = (item[1..33].ToArray(), BinaryPrimitives.ReadUInt64BigEndian(item[33..41]));
        var rest = item[41..];
        return TryTake16(ref rest, out var extensions) && rest.Length >= 2 && rest[0] == EcdsaSha256High && rest[1] == EcdsaSha256Low
            && rest[2..] is var end && TryTake16(ref end, out var signature) && end.Length == 0
            ? new(id, time, extensions.ToArray(), signature.ToArray())
            : null;
    }

    /// <summary>The bytes that the log signs (RFC 6962, section 3.2, entry type precert).</summary>
    public byte[] Signed(byte[] body, byte[] issuerKeyHash)
    {
        using var data = new MemoryStream();
        data.Write([0, 0]);
        Write(data, Milliseconds, 8);
        Write(data, 1, 2);
        data.Write(issuerKeyHash);
        Write(data, (ulong)body.Length, 3);
        data.Write(body);
        Write(data, (ulong)Extensions.Length, 2);
        data.Write(Extensions);
        return data.ToArray();
    }

    private static void Write(MemoryStream data, ulong number, int bytes)
    {
        for (var shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        {
            data.WriteByte((byte)(number >> shift));
        }
    }

    private static bool TryTake16(ref ReadOnlySpan<byte> from, out ReadOnlySpan<byte> taken)
    {
        taken = default;
        if (from.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(from) is var length && from.Length < 2 + length)
        {
            return false;
        }

        taken = from.Slice(2, BinaryPrimitives.ReadUInt16BigEndian(from));
        from = from[(2 + taken.Length)..];
        return true;
    }
}

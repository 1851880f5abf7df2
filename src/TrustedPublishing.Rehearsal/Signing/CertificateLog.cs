using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace TrustedPublishing.Rehearsal.Signing;

/// <summary>The certificate log (RFC 6962): promises to publish a certificate. It stores nothing, because nobody reads it here.</summary>
internal sealed class CertificateLog : IDisposable
{
    private const string Oid = "1.3.6.1.4.1.11129.2.4.2";

    public LogKey Key { get; } = new();

    /// <summary>The extension with the promise for a certificate with this signed part, whose issuer has this key hash.</summary>
    public X509Extension Promise(byte[] signedPart, byte[] issuerKeyHash, DateTimeOffset now)
    {
        var time = Number((ulong)now.ToUnixTimeMilliseconds(), 8);
        var signature = Key.Sign([0, 0, .. time, 0, 1, .. issuerKeyHash, .. Number((ulong)signedPart.Length, 3), .. signedPart, 0, 0]);
        byte[] promise = [0, .. Key.Id, .. time, 0, 0, 4, 3, .. Number((ulong)signature.Length, 2), .. signature];
        byte[] item = [.. Number((ulong)promise.Length, 2), .. promise];
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteOctetString([.. Number((ulong)item.Length, 2), .. item]);
        return new(Oid, writer.Encode(), critical: false);
    }

    public void Dispose() => Key.Dispose();

    private static byte[] Number(ulong number, int bytes)
    {
        var all = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(all, number);
        return all[^bytes..];
    }
}

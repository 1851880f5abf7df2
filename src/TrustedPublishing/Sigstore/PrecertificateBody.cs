using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace TrustedPublishing.Sigstore;

/// <summary>The part of a certificate that the certificate log signed: the certificate's body before the log's timestamp was added.</summary>
internal static class PrecertificateBody
{
    private static readonly Asn1Tag Extensions = new(TagClass.ContextSpecific, 3, isConstructed: true);

    /// <exception cref="AsnContentException">The bytes are not a certificate's.</exception>
    public static byte[] FromCertificate(X509Certificate2 certificate)
    {
        var body = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            while (body.HasData)
            {
                if (body.PeekTag().HasSameClassAndValue(Extensions))
                {
                    Copy(body.ReadSequence(Extensions).ReadSequence(), writer);
                }
                else
                {
                    writer.WriteEncodedValue(body.ReadEncodedValue().Span);
                }
            }
        }

        return writer.Encode();
    }

    private static void Copy(AsnReader extensions, AsnWriter writer)
    {
        using (writer.PushSequence(Extensions))
        using (writer.PushSequence())
        {
            while (extensions.HasData)
            {
                var extension = extensions.ReadEncodedValue();
                if (new AsnReader(extension, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier() != SignedCertificateTimestamp.Oid)
                {
                    writer.WriteEncodedValue(extension.Span);
                }
            }
        }
    }
}

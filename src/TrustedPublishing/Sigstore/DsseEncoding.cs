using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TrustedPublishing.Sigstore;

/// <summary>DSSE version 1 (<see href="https://github.com/secure-systems-lab/dsse/blob/master/protocol.md"/>) for in-toto statements.</summary>
internal static class DsseEncoding
{
    public const string PayloadType = "application/vnd.in-toto+json";

    /// <summary>The bytes that are signed.</summary>
    public static byte[] Encode(byte[] statement) =>
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {PayloadType.Length} {PayloadType} {statement.Length} ")), .. statement];

    /// <summary>The envelope as JSON.</summary>
    public static string Envelope(byte[] statement, byte[] signature) =>
        JsonSerializer.Serialize(new(statement, PayloadType, [new(signature)]), ProvenanceJson.Plain.SignedEnvelope);
}

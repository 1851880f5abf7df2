using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace TrustedPublishing.Rehearsal.Tokens;

/// <summary>
/// A version 2 macaroon with first-party caveats, in the binary format of libmacaroons (doc/format.txt there): the part of a PyPI API token after
/// its prefix. Its holder can add caveats but cannot remove any.
/// </summary>
internal sealed record Macaroon(string Location, string Identifier, IReadOnlyList<string> Caveats, ReadOnlyMemory<byte> Signature)
{
    private const string Prefix = "pypi-";
    private const byte Version = 2;

    /// <summary>Creates and signs a macaroon.</summary>
    public static Macaroon Sign(byte[] key, string location, string identifier, IReadOnlyList<string> caveats) =>
        new(location, identifier, caveats, Chain(key, identifier, caveats));

    /// <summary>Whether identifier and caveats were signed with <paramref name="key"/>, possibly with caveats added since.</summary>
    public bool IsSignedWith(byte[] key) => CryptographicOperations.FixedTimeEquals(Signature.Span, Chain(key, Identifier, Caveats));

    /// <summary>The token's text.</summary>
    public string ToToken()
    {
        using var stream = new MemoryStream();
        stream.WriteByte(Version);
        MacaroonFields.Write(stream, MacaroonFields.Location, Encoding.UTF8.GetBytes(Location));
        MacaroonFields.Write(stream, MacaroonFields.Identifier, Encoding.UTF8.GetBytes(Identifier));
        stream.WriteByte(MacaroonFields.End);
        foreach (var caveat in Caveats)
        {
            MacaroonFields.Write(stream, MacaroonFields.Identifier, Encoding.UTF8.GetBytes(caveat));
            stream.WriteByte(MacaroonFields.End);
        }

        stream.WriteByte(MacaroonFields.End);
        MacaroonFields.Write(stream, MacaroonFields.Signature, Signature.ToArray());
        return Prefix + Base64Url.EncodeToString(stream.ToArray());
    }

    /// <summary>Parses a token's text; does not verify its signature.</summary>
    public static bool TryParse(string token, [NotNullWhen(true)] out Macaroon? macaroon)
    {
        macaroon = null;
        try
        {
            if (token.StartsWith(Prefix, StringComparison.Ordinal))
            {
                macaroon = Read(Base64Url.DecodeFromChars(token.AsSpan(Prefix.Length)));
            }
        }
        catch (FormatException)
        {
            return false; // not base64, or not the expected fields in order
        }

        return macaroon is not null;
    }

    private static Macaroon Read(ReadOnlySpan<byte> bytes)
    {
        var fields = new MacaroonFields(bytes, Version);
        var location = fields.Take(MacaroonFields.Location) ?? [];
        var identifier = fields.Take(MacaroonFields.Identifier) ?? throw new FormatException();
        fields.TakeEnd();
        List<string> caveats = [];
        while (fields.Take(MacaroonFields.Identifier) is { } caveat)
        {
            caveats.Add(Encoding.UTF8.GetString(caveat));
            fields.TakeEnd();
        }

        fields.TakeEnd();
        var signature = fields.Take(MacaroonFields.Signature) ?? throw new FormatException();
        return new(Encoding.UTF8.GetString(location), Encoding.UTF8.GetString(identifier), caveats, signature);
    }

    private static byte[] Chain(byte[] key, string identifier, IEnumerable<string> caveats)
    {
        var derived = HMACSHA256.HashData("macaroons-key-generator"u8, key);
        return caveats.Prepend(identifier).Aggregate(derived, (signature, text) => HMACSHA256.HashData(signature, Encoding.UTF8.GetBytes(text)));
    }
}

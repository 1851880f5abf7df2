using System.Security.Cryptography;
using System.Text;
using TrustedPublishing.Rehearsal.Tokens;

namespace TrustedPublishing.Rehearsal.Tests.Tokens;

internal static class NarrowedMacaroon
{
    /// <summary>The same macaroon with another caveat, which any holder can add.</summary>
    public static Macaroon Narrowed(this Macaroon macaroon, string caveat) =>
        macaroon with { Caveats = [.. macaroon.Caveats, caveat], Signature = HMACSHA256.HashData(macaroon.Signature.Span, Encoding.UTF8.GetBytes(caveat)) };
}

using System.Security.Cryptography;
using System.Text.Json;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>
/// Verifies the signature and the registered claims of an identity token by PyPI's rules: RS256 only, a key ID, 30 seconds of leeway, and an
/// audience that is a single string. The response never says which rule failed.
/// </summary>
internal sealed class TokenVerifier(KeyCache keys, string audience, TimeProvider time)
{
    private const double Leeway = 30;

    public bool IsValid(UnverifiedToken token, string issuer) => IsSigned(token, issuer) && HasValidClaims(token, issuer);

    private bool IsSigned(UnverifiedToken token, string issuer) =>
        Text(token.Header, "alg") == "RS256"
        && Text(token.Header, "kid") is { } keyId
        && keys.Find(issuer, keyId) is { } key
        && IsSigned(token, key);

    private static bool IsSigned(UnverifiedToken token, RSA key)
    {
        lock (key)
        {
            return key.VerifyData(token.Signed.Span, token.Signature.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    private bool HasValidClaims(UnverifiedToken token, string issuer)
    {
        var claims = new Claims(token.Payload);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        return claims.Text("iss") == issuer
            && claims.Text("aud") == audience
            && claims.Number("exp") is { } expires && expires > now - Leeway
            && claims.Number("iat") is { } issued && issued <= now + Leeway
            && (!claims.Has("nbf") || claims.Number("nbf") <= now + Leeway)
            && claims.IsTextOrAbsent("sub")
            && claims.IsTextOrAbsent("jti");
    }

    private static string? Text(System.Text.Json.Nodes.JsonObject header, string name) =>
        header[name] is { } value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;
}

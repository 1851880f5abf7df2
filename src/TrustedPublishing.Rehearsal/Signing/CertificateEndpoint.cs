using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Minting;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Signing;

/// <summary>
/// The certificate authority's API, version 2 (sigstore/fulcio, <c>fulcio.proto</c>): issues a certificate for an identity token and a signing
/// request.
/// </summary>
internal sealed class CertificateEndpoint(EmbeddedSigstore sigstore, TokenVerifier verifier) : IEndpoint
{
    public const string Path = EmbeddedSigstore.Path + "api/v2/signingCert";

    public async Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (isPost, authorization) = (HttpMethods.IsPost(http.Request.Method), http.Request.Headers.Authorization.ToString());
        var bytes = await JsonBody.ReceiveAsync(http.Request, cancellationToken);
        return new(faults => isPost ? Issue(bytes, authorization, faults) : Response.MethodNotAllowed("POST"));
    }

    private Response Issue(byte[] body, string authorization, IReadOnlyList<RehearsalFault> faults)
    {
        if (faults.Any(fault => fault.RotateKey))
        {
            sigstore.RotateAuthority();
        }

        var (token, request) = Read(body);
        token ??= authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? authorization["Bearer ".Length..].Trim() : "";
        if (UnverifiedToken.Parse(token) is not { } identity || identity.Payload["iss"] is not { } issuer
            || issuer.GetValueKind() is not JsonValueKind.String || !verifier.IsValid(identity, issuer.GetValue<string>()))
        {
            return Refusal(16, 401, "There was an error processing the identity token");
        }

        var claims = CertificateClaims.CreateExtensions(new(identity.Payload));
        return claims.Count == 0 ? Refusal(16, 401, "There was an error processing the identity token")
            : request is null ? Refusal(3, 400, "The certificate signing request is invalid")
            : Issued(sigstore.Issue(request, claims));
    }

    private static Response Issued(IReadOnlyList<string> chain) => Response.Json(200, new JsonObject
    {
        ["signedCertificateEmbeddedSct"] = new JsonObject
        {
            ["chain"] = new JsonObject { ["certificates"] = new JsonArray([.. chain.Select(pem => JsonValue.Create(pem))]) },
        },
    });

    /// <summary>Only the request's key is used; the request's signature proves that it is the client's.</summary>
    private static (string? Token, PublicKey? Key) Read(byte[] body)
    {
        string? token = null;
        try
        {
            var json = JsonNode.Parse(body)!;
            token = json["credentials"]?["oidcIdentityToken"]?.GetValue<string>();
            var pem = Encoding.ASCII.GetString(Convert.FromBase64String(json["certificateSigningRequest"]!.GetValue<string>()));
            return (token, CertificateRequest.LoadSigningRequestPem(pem, HashAlgorithmName.SHA256).PublicKey);
        }
        catch (Exception exception) when (exception is JsonException or NullReferenceException or InvalidOperationException or FormatException or CryptographicException or ArgumentException)
        {
            return (token, null);
        }
    }

    private static Response Refusal(int code, int status, string message) =>
        Response.Json(status, new JsonObject { ["code"] = code, ["message"] = message, ["details"] = new JsonArray() }) with { Message = message };
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Identity;

/// <summary>The issuer's public documents (OpenID Connect Discovery 1.0): the location of its keys, and the keys.</summary>
internal sealed class IssuerEndpoint(SigningKeys keys) : IEndpoint
{
    public const string Path = "/_/issuer/";

    public Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var path = http.Request.Path.Value![Path.Length..];
        var root = $"{http.Request.Scheme}://{http.Request.Host}{Path}";
        return PendingRequest.Create(() => path switch
        {
            ".well-known/openid-configuration" => Response.Json(200, Configuration(root)),
            "jwks" => Response.Json(200, keys.ToJson()),
            _ => Response.NotFound(),
        });
    }

    private static JsonObject Configuration(string root) => new()
    {
        ["issuer"] = Issuers.GitHub,
        ["jwks_uri"] = $"{root}jwks",
        ["subject_types_supported"] = new JsonArray("public", "pairwise"),
        ["response_types_supported"] = new JsonArray("id_token"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["scopes_supported"] = new JsonArray("openid"),
    };
}

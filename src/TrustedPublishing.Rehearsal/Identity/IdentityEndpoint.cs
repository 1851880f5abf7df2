using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Identity;

/// <summary>
/// GitHub's token service: <c>GET $ACTIONS_ID_TOKEN_REQUEST_URL&amp;audience=…</c> with the request token as bearer
/// (docs.github.com, "Using OpenID Connect with reusable workflows" and the runner's own client).
/// </summary>
internal sealed class IdentityEndpoint(IdentityIssuer issuer) : IEndpoint
{
    public Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        string? audience = http.Request.Query["audience"];
        var version = http.Request.Query["api-version"].ToString();
        var method = http.Request.Method;
        return Task.FromResult(new PendingRequest(faults => HttpMethods.IsGet(method) ? Issue(authorization, version, audience, faults) : Response.MethodNotAllowed("GET")));
    }

    private Response Issue(string authorization, string version, string? audience, IReadOnlyList<RehearsalFault> faults)
    {
        var job = authorization.StartsWith("bearer ", StringComparison.OrdinalIgnoreCase) ? issuer.Job(authorization["bearer ".Length..].Trim()) : null;
        if (job is null)
        {
            return Response.Json(401, new JsonObject { ["message"] = "The request token is missing or unknown." }).With("WWW-Authenticate", "Bearer");
        }

        if (version.Length == 0)
        {
            return Response.Json(400, new JsonObject { ["message"] = "The query parameter api-version, which is part of the address, is missing." });
        }

        if (faults.Any(fault => fault.RotateKey))
        {
            issuer.Keys.Rotate();
        }

        var token = issuer.Issue(job, audience is { Length: > 0 } ? audience : null);
        return Response.Json(200, new JsonObject { ["count"] = token.Length, ["value"] = token });
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary><c>GET /_/oidc/audience</c>: the audience that identity tokens must be issued for.</summary>
internal sealed class AudienceEndpoint(RehearsalOptions options) : IEndpoint
{
    public Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        return PendingRequest.Create(() =>
            !isGet ? Response.MethodNotAllowed("GET")
            : options.OffersTrustedPublishing ? Response.Json(200, new JsonObject { ["audience"] = options.Audience })
            : Response.Text(403, PythonJson.Spaced(new JsonObject { ["message"] = "Trusted publishing functionality not enabled" }), "application/json"));
    }
}

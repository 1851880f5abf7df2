using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Answers;
using TrustedPublishing.Rehearsal.Hosting;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary><c>GET /_/oidc/audience</c>: the audience that identity tokens must be issued for.</summary>
internal sealed class AudienceEndpoint(RehearsalOptions options) : IEndpoint
{
    public Task<Received> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        return Received.Of(() =>
            !isGet ? Answer.MethodNotAllowed("GET")
            : options.OffersTrustedPublishing ? Answer.Json(200, new JsonObject { ["audience"] = options.Audience })
            : Answer.Text(403, PythonJson.Spaced(new JsonObject { ["message"] = "Trusted publishing functionality not enabled" }), "application/json"));
    }
}

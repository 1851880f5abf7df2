using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary><c>POST /pypi?:action=…</c>, the upload address until 2017.</summary>
internal sealed class MovedApiEndpoint : IEndpoint
{
    public Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var isUpload = HttpMethods.IsPost(http.Request.Method) && http.Request.Query.ContainsKey(":action");
        var accept = http.Request.Headers.Accept.ToString();
        var text = $"This API has moved to {http.Request.Scheme}://{http.Request.Host}/legacy/.";
        return PendingRequest.Create(() => isUpload ? HttpMessage.Create(410, text, accept) : Response.NotFound());
    }
}

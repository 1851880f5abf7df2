using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary><c>POST /legacy</c>, a common mistake: redirects with the same method and body.</summary>
internal sealed class UploadWithoutSlashEndpoint : IEndpoint
{
    private const string Text = "An upload was attempted to /legacy but the expected upload URL is /legacy/ (with a trailing slash)";

    public Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var isPost = HttpMethods.IsPost(http.Request.Method);
        var accept = http.Request.Headers.Accept.ToString();
        return PendingRequest.Create(() => isPost ? HttpMessage.Create(308, Text, accept).With("Location", "/legacy/") : Response.NotFound());
    }
}

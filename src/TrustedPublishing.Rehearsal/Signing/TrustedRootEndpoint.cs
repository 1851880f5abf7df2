using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Signing;

/// <summary>The trusted root of the embedded Sigstore instance, for other verifiers.</summary>
internal sealed class TrustedRootEndpoint(EmbeddedSigstore sigstore, Func<Uri> root) : IEndpoint
{
    public const string Path = EmbeddedSigstore.Path + "trusted_root.json";

    public Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken) =>
        PendingRequest.Create(() => Response.Json(200, sigstore.Root(root())));
}

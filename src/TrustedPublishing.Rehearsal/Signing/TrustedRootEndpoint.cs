using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Answers;
using TrustedPublishing.Rehearsal.Hosting;

namespace TrustedPublishing.Rehearsal.Signing;

/// <summary>The trusted root of the rehearsal's Sigstore, for verifiers of others.</summary>
internal sealed class TrustedRootEndpoint(FakeSigstore sigstore, Func<Uri> root) : IEndpoint
{
    public const string Path = FakeSigstore.Path + "trusted_root.json";

    public Task<Received> ReceiveAsync(HttpContext http, CancellationToken cancellationToken) =>
        Received.Of(() => Answer.Json(200, sigstore.Root(root())));
}

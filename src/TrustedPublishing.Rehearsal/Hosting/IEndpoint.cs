using Microsoft.AspNetCore.Http;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>Translates between HTTP and a judge. Decisions belong to the judges.</summary>
internal interface IEndpoint
{
    /// <summary>Receives a request completely, so that a fault can strike between receiving and acting.</summary>
    Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken);
}

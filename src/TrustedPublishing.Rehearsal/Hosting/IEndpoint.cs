using Microsoft.AspNetCore.Http;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>Translates between HTTP and the class that makes the decision.</summary>
internal interface IEndpoint
{
    /// <summary>Receives the whole request, so that a fault can occur between receiving it and acting on it.</summary>
    Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken);
}

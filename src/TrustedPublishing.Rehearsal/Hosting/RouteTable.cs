using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>Maps paths to endpoints: the first matching prefix wins.</summary>
internal sealed class RouteTable(IReadOnlyList<(string Path, RehearsalRoute? Route, IEndpoint Endpoint)> routes)
{
    private static readonly IEndpoint Nothing = new NotFoundEndpoint();

    /// <summary>A path that ends with a slash matches everything below it; other paths and the root match only themselves.</summary>
    public (RehearsalRoute? Route, IEndpoint Endpoint) Find(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        foreach (var (known, route, endpoint) in routes)
        {
            if (path == known || (known.Length > 1 && known.EndsWith('/') && path.StartsWith(known, StringComparison.Ordinal)))
            {
                return (route, endpoint);
            }
        }

        return (null, Nothing);
    }

    private sealed class NotFoundEndpoint : IEndpoint
    {
        public Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken) => PendingRequest.Create(Response.NotFound);
    }
}

using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Responses;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Serving;

/// <summary><c>/packages/…</c>: the files and, alongside each wheel, its metadata (PEP 658).</summary>
internal sealed class FileEndpoint(IndexStore store) : IEndpoint
{
    public const string Path = "/packages/";

    private const string MetadataSuffix = ".metadata";

    public Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            return PendingRequest.Create(() => Response.MethodNotAllowed("GET, HEAD, OPTIONS"));
        }

        var path = http.Request.Path.Value![Path.Length..];
        return Task.FromResult(new PendingRequest(_ => Find(path)) { FileName = path.Split('/')[^1] });
    }

    private Response Find(string path)
    {
        var state = store.Current;
        if (state.Files.FirstOrDefault(file => file.Path == path) is { } file)
        {
            return new() { Status = 200, ContentType = "application/octet-stream", BodyFile = store.ContentPath(file) };
        }

        return state.Files.FirstOrDefault(known => known.MetadataSha256 is not null && known.Path + MetadataSuffix == path) is { } described
            ? new() { Status = 200, ContentType = "text/plain; charset=UTF-8", BodyFile = store.MetadataPath(described) }
            : Response.NotFound();
    }
}

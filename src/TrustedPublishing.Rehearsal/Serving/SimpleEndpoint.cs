using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Responses;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Serving;

/// <summary><c>/simple/</c> and <c>/simple/{name}/</c>, in HTML or JSON, depending on the <c>Accept</c> header.</summary>
internal sealed class SimpleEndpoint(IndexStore store, TimeProvider time, Func<Uri> root) : IEndpoint
{
    public const string Path = "/simple/";

    private const string Json = "application/vnd.pypi.simple.v1+json";

    public Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            return PendingRequest.Create(() => Response.MethodNotAllowed("GET, HEAD, OPTIONS"));
        }

        var name = http.Request.Path.Value is { Length: > 8 } path ? path[Path.Length..] : "";
        var isWithoutSlash = !http.Request.Path.Value!.EndsWith('/');
        var type = AcceptHeader.Choose(http.Request.Headers.Accept.ToString(), "text/html", "application/vnd.pypi.simple.v1+html", Json) ?? "text/html";
        var known = http.Request.Headers.IfNoneMatch.ToString();
        return Task.FromResult(new PendingRequest(faults => Cached(Page(name.TrimEnd('/'), isWithoutSlash, type, State(faults)), known)));
    }

    private IndexState State(IReadOnlyList<RehearsalFault> faults)
    {
        var stale = faults.Select(fault => fault.Stale).DefaultIfEmpty().Max();
        return stale == TimeSpan.Zero ? store.Current : Staleness.At(store.Current, time.GetUtcNow() - stale);
    }

    private Response Page(string name, bool isWithoutSlash, string type, IndexState state)
    {
        if (name.Length == 0)
        {
            return isWithoutSlash ? Moved(Path)
                : type == Json ? Document(SimpleDocument.Index(state), state.Serial)
                : Html(SimpleDocument.IndexPage(state), type, state.Serial);
        }

        if (name.Contains('/', StringComparison.Ordinal) || state.Project(name) is not { } project)
        {
            return Response.NotFound();
        }

        return isWithoutSlash || name != project.NormalizedName ? Moved($"{Path}{project.NormalizedName}/")
            : type == Json ? Document(SimpleDocument.Project(project, root()), project.Serial)
            : Html(SimpleDocument.ProjectPage(project, root()), type, project.Serial);
    }

    private static Response Document(JsonObject document, long serial) => Described(Response.Json(200, document, Json, endsWithNewline: true), serial);

    private static Response Html(string page, string type, long serial) => Described(Response.Text(200, page, $"{type}; charset=UTF-8"), serial);

    private static Response Described(Response answer, long serial) => answer
        .With("Cache-Control", "max-age=600, public")
        .With("ETag", $"\"{Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span))[..32]}\"")
        .With("Vary", "Accept")
        .With("X-PyPI-Last-Serial", serial.ToString(CultureInfo.InvariantCulture))
        .With("Access-Control-Allow-Origin", "*");

    private static Response Moved(string location) => Response.Text(301, "301 Moved Permanently").With("Location", location).With("Access-Control-Allow-Origin", "*");

    private static Response Cached(Response answer, string known) =>
        answer.Headers.FirstOrDefault(header => header.Key == "ETag").Value is { } tag && known.Split(',').Any(other => other.Trim() is "*" || other.Trim() == tag)
            ? answer with { Status = 304, Body = default }
            : answer;
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Responses;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Serving;

/// <summary><c>GET /integrity/{project}/{version}/{file}/provenance</c> (PEP 740): the attestations that were uploaded with a file.</summary>
internal sealed class IntegrityEndpoint(IndexStore store, AttestationPolicy policy) : IEndpoint
{
    public const string Path = "/integrity/";

    public Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var parts = http.Request.Path.Value![Path.Length..].Split('/');
        var isGet = HttpMethods.IsGet(http.Request.Method);
        var type = AcceptHeader.Choose(http.Request.Headers.Accept.ToString(), "application/vnd.pypi.integrity.v1+json", "application/json");
        return PendingRequest.Create(() =>
            File(parts) is not { } file ? Response.Text(404, "<html><body><h1>404 Not Found</h1></body></html>\n", "text/html; charset=UTF-8")
            : !isGet ? Response.MethodNotAllowed("GET")
            : Provenance(file, type).With("Vary", "Accept"));
    }

    private Response Provenance(FileRow file, string? type) =>
        type is null ? Message(406, "Request not acceptable")
        : policy is AttestationPolicy.Ignored ? Message(403, "Attestations temporarily disabled")
        : file.Provenance is null ? Message(404, $"No provenance available for {file.FileName}")
        : Response.Text(200, file.Provenance, type).With("Cache-Control", "max-age=600, public").With("Access-Control-Allow-Origin", "*");

    private FileRow? File(string[] parts) =>
        parts is [var name, var version, var fileName, "provenance"]
        && store.Current.Project(name) is { } project && PythonVersion.TryParse(version, out var parsed) && project.Release(parsed) is { } release
            ? project.FilesOf(release).FirstOrDefault(file => file.FileName == fileName)
            : null;

    private static Response Message(int status, string text) => Response.Text(status, PythonJson.Spaced(new JsonObject { ["message"] = text }), "application/json");
}

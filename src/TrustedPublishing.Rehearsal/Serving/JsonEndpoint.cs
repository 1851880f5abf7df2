using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Responses;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Serving;

/// <summary><c>/pypi/{name}/json</c> and <c>/pypi/{name}/{version}/json</c>.</summary>
internal sealed class JsonEndpoint(IndexStore store, Func<Uri> root) : IEndpoint
{
    public const string Path = "/pypi/";

    public Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            return PendingRequest.Create(() => Response.MethodNotAllowed("GET, HEAD, OPTIONS"));
        }

        var parts = http.Request.Path.Value![Path.Length..].TrimEnd('/').Split('/');
        return PendingRequest.Create(() => parts switch
        {
            [var name, "json"] => Find(name, null),
            [var name, var version, "json"] => Find(name, version),
            _ => Response.NotFound(),
        });
    }

    private Response Find(string name, string? version)
    {
        var project = store.Current.Project(name);
        var release = project is null or { Status: RehearsalProjectStatus.Quarantined } ? null : version is null ? project.Latest : FindRelease(project, version);
        if (release is null)
        {
            return Response.Text(404, PythonJson.Spaced(new JsonObject { ["message"] = "Not Found" }), "application/json").With("Access-Control-Allow-Origin", "*");
        }

        var path = version is null ? $"{Path}{project!.NormalizedName}/json" : $"{Path}{project!.NormalizedName}/{release.Version}/json";
        return name != project.NormalizedName
            ? Response.Text(301, "301 Moved Permanently").With("Location", path).With("Access-Control-Allow-Origin", "*")
            : Response.Json(200, ReleaseDocument.Create(project, release, version is null, root()), endsWithNewline: true)
                .With("Cache-Control", "max-age=900, public")
                .With("X-PyPI-Last-Serial", project.Serial.ToString(CultureInfo.InvariantCulture))
                .With("Access-Control-Allow-Origin", "*");
    }

    private static ReleaseRow? FindRelease(ProjectRow project, string version) => PythonVersion.TryParse(version, out var parsed) ? project.Release(parsed) : null;
}

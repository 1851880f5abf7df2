using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Minting;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Signing;

/// <summary>The transparency log's API, version 1 (sigstore/rekor, <c>openapi.yaml</c>): <c>POST …/entries</c> and <c>GET …/entries/{id}</c>.</summary>
internal sealed class LogEndpoint(EmbeddedSigstore sigstore) : IEndpoint
{
    public const string Path = EmbeddedSigstore.Path + "api/v1/log/entries";

    public async Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (method, path) = (http.Request.Method, http.Request.Path.Value!);
        var bytes = await JsonBody.ReceiveAsync(http.Request, cancellationToken);
        return new(faults =>
            path == Path && HttpMethods.IsPost(method) ? Append(bytes, faults)
            : path != Path && HttpMethods.IsGet(method) && sigstore.Entries.Find(path[(Path.Length + 1)..]) is { } entry ? Response.Json(200, entry)
            : path == Path ? Response.MethodNotAllowed("POST")
            : Refusal(404, "entry not found"));
    }

    private Response Append(byte[] request, IReadOnlyList<RehearsalFault> faults)
    {
        if (faults.Any(fault => fault.RotateKey))
        {
            sigstore.Entries.RotateKey();
        }

        var (entry, complaint) = SubmittedEntry.Read(request);
        if (entry is null)
        {
            return Refusal(400, complaint!);
        }

        var (id, isNew) = sigstore.Entries.Append(entry, sigstore.Now);
        var answer = isNew
            ? Response.Json(201, sigstore.Entries.Find(id)!)
            : Refusal(409, $"an equivalent entry already exists in the transparency log with UUID {id}");
        return answer.With("Location", $"/api/v1/log/entries/{id}");
    }

    private static Response Refusal(int status, string message) => Response.Json(status, new JsonObject { ["code"] = status, ["message"] = message }) with { Message = message };
}

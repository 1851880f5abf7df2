using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Responses;
using TrustedPublishing.Rehearsal.State;
using TrustedPublishing.Rehearsal.Tokens;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>
/// <c>POST /_/oidc/burn-token</c> with <c>{"token":"pypi-…"}</c>: immediately revokes a publisher's API token (PyPI since September 2026,
/// warehouse #20197). The response is always 202 and reveals nothing.
/// </summary>
internal sealed class BurnEndpoint(IndexStore store, ApiTokens tokens, bool isOffered) : IEndpoint
{
    public async Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!isOffered)
        {
            return new(_ => Response.NotFound());
        }

        if (!HttpMethods.IsPost(http.Request.Method))
        {
            return new(_ => Response.MethodNotAllowed("POST"));
        }

        var body = await JsonBody.ReceiveAsync(http.Request, cancellationToken);
        var token = Token(body);
        return new(_ => Burn(token));
    }

    private Response Burn(string? token)
    {
        store.Update(state => token is not null && ApiTokens.Find(state, token) is ({ Publisher: not null } row, var macaroon) && tokens.IsGenuine(row, macaroon)
            ? state with { Tokens = state.Tokens.Remove(row.Id) }
            : state);
        return new() { Status = 202 };
    }

    private static string? Token(byte[] body) =>
        ForeignJson.Object(body)?["token"] is JsonValue value && value.TryGetValue<string>(out var token) ? token : null;
}

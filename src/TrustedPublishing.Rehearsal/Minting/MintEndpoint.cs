using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Responses;
using TrustedPublishing.Rehearsal.State;
using TrustedPublishing.Rehearsal.Tokens;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary><c>POST /_/oidc/mint-token</c>: exchanges an identity token for an API token. Every rejection has status 422.</summary>
internal sealed class MintEndpoint(IndexStore store, MintJudge judge, ApiTokens tokens, ExchangeLog log) : IEndpoint
{
    public async Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            return new(_ => Response.MethodNotAllowed("POST"));
        }

        var body = await JsonBody.ReceiveAsync(http.Request, cancellationToken);
        return new(_ => Mint(body));
    }

    private Response Mint(byte[] body)
    {
        IndexState seen, next;
        MintVerdict verdict;
        do
        {
            seen = store.Current;
            (verdict, next) = judge.Judge(seen, body);
        }
        while (!store.TryCommit(seen, next));
        log.Note(seen, body, verdict);
        return Translate(verdict);
    }

    private Response Translate(MintVerdict verdict) => verdict switch
    {
        MintVerdict.Minted minted => Response.Json(200, new JsonObject
        {
            ["success"] = true,
            ["token"] = tokens.Token(minted.Token),
            ["expires"] = Expiry(minted.Token),
        }),
        MintVerdict.Refused refused => Response.Json(422, new JsonObject
        {
            ["message"] = "Token request failed",
            ["errors"] = new JsonArray(new JsonObject { ["code"] = refused.Code, ["description"] = refused.Description }),
        }) with { Message = $"{refused.Code}: {refused.Description}" },
        _ => HttpMessage.Create(500, "", ""),
    };

    private static long Expiry(TokenRow token) =>
        token.Caveats.Select(caveat => JsonNode.Parse(caveat)!.AsArray()).Single(caveat => caveat[0]!.GetValue<int>() == 0)[1]!.GetValue<long>();
}

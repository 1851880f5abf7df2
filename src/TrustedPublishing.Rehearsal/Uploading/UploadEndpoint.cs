using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Responses;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary><c>/legacy/</c>: the upload API, where <c>:action</c> in the query or the form selects the operation.</summary>
internal sealed class UploadEndpoint(IndexStore store, UploadJudge judge) : IEndpoint
{
    private const string Page =
        "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Upload endpoint</title></head><body><p>This is the upload endpoint of a rehearsal index. "
        + "Point a client such as twine at this address to upload distributions.</p></body></html>\n";

    public async Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
            return new(_ => isRead ? Response.Text(200, Page, "text/html; charset=UTF-8") : Response.MethodNotAllowed("GET, HEAD, OPTIONS"));
        }

        string? inQuery = http.Request.Query[":action"];
        var accept = http.Request.Headers.Accept.ToString();
        var reader = new UploadReader(store, judge.MayKeep(store.Current, http.Request.Headers.Authorization.FirstOrDefault()));
        try
        {
            var attempt = await reader.ReadAsync(http.Request, cancellationToken);
            var action = inQuery ?? attempt.Form.First(":action");
            return new(_ => Act(action, attempt, accept)) { FileName = reader.FileName, Release = reader.Discard };
        }
        catch (FormatException)
        {
            reader.Discard();
            return new(_ => HttpMessage.Create(400, "Invalid Form Data.", accept));
        }
        catch (NotSupportedException)
        {
            reader.Discard();
            return new(_ => HttpMessage.Create(500, "", accept));
        }
        catch (Exception)
        {
            reader.Discard();
            throw;
        }
    }

    private Response Act(string? action, UploadAttempt attempt, string accept) => action switch
    {
        "file_upload" => Upload(attempt, accept),
        "submit" or "submit_pkg_info" => HttpMessage.Create(410, "Project pre-registration is no longer required or supported, upload your files instead.", accept),
        "doc_upload" => HttpMessage.Create(410, "Uploading documentation is no longer supported, we recommend using https://readthedocs.org/.", accept),
        _ => Response.MethodNotAllowed("GET, HEAD, OPTIONS"),
    };

    private Response Upload(UploadAttempt attempt, string accept)
    {
        while (true)
        {
            var seen = store.Current;
            var verdict = judge.Judge(seen, attempt);
            if (verdict is UploadDecision.Refused { UploadError: var refusal })
            {
                return refusal.Headers.Aggregate(HttpMessage.Create(refusal.Status, refusal.Text, accept), (answer, header) => answer.With(header.Key, header.Value))
                    with { Message = refusal.Detail is null ? refusal.Text : $"{refusal.Text} ({refusal.Detail})" };
            }

            if (verdict is not UploadDecision.Stored stored || store.TryCommit(seen, stored.Next, () => store.Keep(stored.File, attempt.Content!.Path, attempt.Metadata.Value)))
            {
                return HttpMessage.Create(200, "", accept);
            }
        }
    }
}

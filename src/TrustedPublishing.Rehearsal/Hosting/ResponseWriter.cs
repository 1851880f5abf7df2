using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>Sends a response, complete or with faults.</summary>
internal static class ResponseWriter
{
    private const int Pieces = 8;

    public static async Task WriteAsync(HttpContext http, Response answer, int? truncateAt, TimeSpan slowBy, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var body = Body(answer);
        WriteHead(http, answer, body.Length);
        if (HttpMethods.IsHead(http.Request.Method) || answer.Status is 304 or 204)
        {
            return;
        }

        if (truncateAt is { } length)
        {
            await CopyAsync(body, http.Response, length, cancellationToken);
            await http.Response.Body.FlushAsync(cancellationToken);
            http.Abort();
        }
        else if (slowBy > TimeSpan.Zero)
        {
            await WriteSlowlyAsync(http, body, slowBy, time, cancellationToken);
        }
        else
        {
            await body.CopyToAsync(http.Response.Body, 1 << 16, cancellationToken);
        }
    }

    private static void WriteHead(HttpContext http, Response answer, long length)
    {
        http.Response.StatusCode = answer.Status;
        if (answer.Reason is not null)
        {
            http.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = answer.Reason;
            http.Features.Get<StatusLine>()?.Announce(answer.Reason);
        }

        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers.Append(name, value);
        }

        if (answer.Status is not (304 or 204))
        {
            http.Response.ContentType = answer.ContentType;
            http.Response.ContentLength = length;
        }
    }

    private static async Task WriteSlowlyAsync(HttpContext http, Stream body, TimeSpan slowBy, TimeProvider time, CancellationToken cancellationToken)
    {
        var piece = Math.Max(1, (int)((body.Length + Pieces - 1) / Pieces));
        await http.Response.Body.FlushAsync(cancellationToken); // send the headers immediately
        for (var sent = 0L; sent < body.Length; sent += piece)
        {
            await Task.Delay(slowBy, time, cancellationToken);
            await CopyAsync(body, http.Response, piece, cancellationToken);
            await http.Response.Body.FlushAsync(cancellationToken);
        }
    }

    private static async Task CopyAsync(Stream body, HttpResponse response, int length, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(length, body.Length - body.Position)];
        await body.ReadExactlyAsync(buffer, cancellationToken);
        await response.Body.WriteAsync(buffer, cancellationToken);
    }

    private static Stream Body(Response answer) =>
        answer.BodyFile is null ? new MemoryStream(answer.Body.ToArray(), writable: false) : File.OpenRead(answer.BodyFile);
}

using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Markup;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>The HTML pages for people.</summary>
internal sealed class PageEndpoint(PageSet pages) : IEndpoint
{
    public Task<PendingRequest> ReceiveAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var path = http.Request.Path.Value!;
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return PendingRequest.Create(() => isRead ? Find(path[1..]) : Response.MethodNotAllowed("GET, HEAD, OPTIONS"));
    }

    private Response Find(string decoded)
    {
        var address = string.Join('/', decoded.Split('/').Select(Uri.EscapeDataString));
        if (pages.Moved(address) is { } place && place != address)
        {
            return Response.Text(301, "301 Moved Permanently").With("Location", $"/{place}");
        }

        return pages.Render(address, isFile: false) is { } page ? Page(200, page) : Page(404, Missing(address));
    }

    private static string Missing(string address) => PageFrame.Render(new(address, IsFile: false), "Not found", Html.Format(
        $"<h1>There is no such page</h1>\n<p>Nothing on this index is called /{address}. Use the navigation to find the existing pages.</p>"));

    private static Response Page(int status, string page) => Response.Text(status, page, "text/html; charset=UTF-8")
        .With("Content-Security-Policy", $"{PageFrame.Policy}; frame-ancestors 'none'")
        .With("X-Content-Type-Options", "nosniff")
        .With("Referrer-Policy", "no-referrer")
        .With("Cache-Control", "no-store")
        .With("Vary", "Accept");
}

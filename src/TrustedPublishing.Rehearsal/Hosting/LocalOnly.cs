using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>
/// Keeps out what a web page in a browser on this machine could send: the index is reached by names of this machine only, which a page of
/// somebody else's host (also one whose name was made to lead here) does not have.
/// </summary>
internal static class LocalOnly
{
    /// <summary>Why a request is not looked at; null when it is.</summary>
    public static Response? Refusal(HttpRequest request) =>
        !IsLocal($"http://{request.Host.Value}") ? Response.Text(421, "This index can only be addressed as 127.0.0.1, [::1] or localhost.\n")
        : !request.Headers.Origin.All(IsLocal) ? Response.Text(403, "This index does not accept requests from web pages of other origins.\n")
        : null;

    private static bool IsLocal(string? origin) => Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.IsLoopback && url.Scheme is "http" or "https";
}

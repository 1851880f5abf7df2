using Microsoft.AspNetCore.Http;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>
/// Rejects requests that a web page in a local browser could send: the index accepts only host names of this machine, which a page from another
/// host cannot use, not even with DNS rebinding.
/// </summary>
internal static class LocalOnly
{
    /// <summary>Why a request is rejected; null if it is not.</summary>
    public static Response? Refusal(HttpRequest request) =>
        !IsLocal($"http://{request.Host.Value}") ? Response.Text(421, "This index can only be addressed as 127.0.0.1, [::1] or localhost.\n")
        : !request.Headers.Origin.All(IsLocal) ? Response.Text(403, "This index does not accept requests from web pages of other origins.\n")
        : null;

    private static bool IsLocal(string? origin) => Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.IsLoopback && url.Scheme is "http" or "https";
}

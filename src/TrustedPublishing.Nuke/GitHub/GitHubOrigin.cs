using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using TrustedPublishing.Http;

namespace TrustedPublishing.Nuke.GitHub;

/// <summary>
/// Allows requests to the configured API only, by scheme, host and port: Octokit follows redirects, and would send the token to another port of the
/// same host. The size of responses is limited.
/// </summary>
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "A delegating handler disposes its inner handler.")]
internal sealed class GitHubOrigin(Uri api) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
{
    /// <summary>In bytes. A page of a hundred rules has about ten thousand.</summary>
    private const int LargestAnswer = 4 << 20;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        if ((url.Scheme, url.IdnHost, url.Port) != (api.Scheme, api.IdnHost, api.Port))
        {
            throw new HttpRequestException($"it points to another server, {url.GetLeftPart(UriPartial.Authority)}, which must not receive the token");
        }

        var response = await base.SendAsync(request, cancellationToken);
        var body = await new BoundedBody(LargestAnswer).ReadAsync(response.Content, cancellationToken);
        if (body.IsCut)
        {
            response.Dispose();
            throw new HttpRequestException($"its response is larger than {LargestAnswer >> 20} MiB");
        }

        response.Content = With(response.Content.Headers, body);
        return response;
    }

    private static ByteArrayContent With(HttpContentHeaders headers, BoundedBody body)
    {
        var content = new ByteArrayContent(body.Bytes.ToArray());
        foreach (var (name, values) in headers)
        {
            content.Headers.TryAddWithoutValidation(name, values);
        }

        return content;
    }
}

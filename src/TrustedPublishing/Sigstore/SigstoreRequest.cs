namespace TrustedPublishing.Sigstore;

/// <summary>What requests to Sigstore's services have in common.</summary>
internal static class SigstoreRequest
{
    public static HttpRequestMessage Post(Uri url, byte[] json)
    {
        var request = Accepting(new(HttpMethod.Post, url));
        request.Content = new ByteArrayContent(json);
        request.Content.Headers.ContentType = new("application/json");
        return request;
    }

    public static HttpRequestMessage Get(Uri url) => Accepting(new(HttpMethod.Get, url));

    private static HttpRequestMessage Accepting(HttpRequestMessage request)
    {
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }
}

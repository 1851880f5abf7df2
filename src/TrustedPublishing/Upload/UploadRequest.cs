using System.Net.Http.Headers;

namespace TrustedPublishing.Upload;

/// <summary>Builds the request of one upload.</summary>
internal static class UploadRequest
{
    public static HttpRequestMessage Create(PackageIndex index, AuthenticationHeaderValue? authorization, UploadBody body, bool askFirst)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, index.UploadUrl) { Content = body };
        request.Headers.Authorization = authorization;
        request.Headers.Accept.ParseAdd("application/json"); // only there PyPI's message is complete: the reason phrase is Latin-1 and absent in HTTP/2
        request.Headers.ExpectContinue = askFirst;
        return request;
    }
}

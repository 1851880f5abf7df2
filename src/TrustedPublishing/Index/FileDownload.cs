using System.Net;
using System.Security.Cryptography;
using TrustedPublishing.Distributions;
using TrustedPublishing.Http;
using TrustedPublishing.Output;

namespace TrustedPublishing.Index;

/// <summary>
/// Hashes a file as an index serves it, for indexes that list no SHA-256. It reads no more bytes than the local file has. Redirects are followed
/// because indexes often serve files from separate storage; credentials are sent only to the index.
/// </summary>
internal sealed class FileDownload(HttpClient http, SimpleApiCredentials credentials, TimeProvider time)
{
    /// <summary>In bytes; larger files are not downloaded.</summary>
    public const long LargestFile = 512L << 20;

    private const int MostRedirects = 5;

    /// <summary>
    /// Whether a listed file has the same content; <see cref="RemoteFile.WithoutHash"/> if it cannot be downloaded or is too large.
    /// </summary>
    public async Task<RemoteFile> CompareAsync(Distribution distribution, IndexFile listed, CancellationToken cancellationToken)
    {
        if (distribution.Size > LargestFile)
        {
            return new RemoteFile.WithoutHash(listed);
        }

        var url = listed.Url;
        using var deadline = new CancellationTokenSource(TransferDeadline.For(distribution.Size), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            for (var hops = 0; hops <= MostRedirects; hops++)
            {
                using var response = await SendAsync(url, PackageIndex.IsSameAuthority(url, listed.Url), either.Token);
                if (ForeignUri.From(url, response.Headers.Location) is not { } next)
                {
                    return response.StatusCode != HttpStatusCode.OK ? new RemoteFile.WithoutHash(listed)
                        : await DigestAsync(response.Content, distribution.Size, either.Token) == distribution.Sha256 ? new RemoteFile.Same(listed)
                        : new RemoteFile.Other(listed);
                }

                url = next;
            }

            return new RemoteFile.WithoutHash(listed);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException or InvalidOperationException or PublishException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new RemoteFile.WithoutHash(listed); // the caller reports that nothing could be compared
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri url, bool isAsked, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.CacheControl = new() { NoCache = true };
        request.Headers.Authorization = isAsked ? credentials.For(url) : null; // do not send credentials to a host just because a redirect names it
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <summary>Null if there are more than <paramref name="size"/> bytes.</summary>
    private static async Task<string?> DigestAsync(HttpContent content, long size, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[64 << 10];
        var total = 0L;
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            total += read;
            if (total > size)
            {
                return null;
            }

            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

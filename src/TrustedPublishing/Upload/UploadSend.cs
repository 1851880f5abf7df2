using System.Net.Http.Headers;
using System.Security.Cryptography;
using TrustedPublishing.Distributions;
using TrustedPublishing.Http;
using TrustedPublishing.Release;

namespace TrustedPublishing.Upload;

/// <summary>Sends a file once, within a deadline, and turns any result into a verdict.</summary>
internal sealed class UploadSend(PackageIndex index, HttpClient http, TimeProvider time, IProgress<PublishProgress> progress)
{
    /// <exception cref="PublishException">The file has changed since the inspection, or the server's certificate is not trusted.</exception>
    public async Task<UploadVerdict> SendAsync(UploadState delivery, AuthenticationHeaderValue authorization)
    {
        delivery.Attempts++;
        var limit = TransferDeadline.For(delivery.Distribution.Size);
        using var deadline = new CancellationTokenSource(limit, time);
        using var body = Body(delivery);
        using var request = CreateRequest(index, authorization, body, delivery.AskFirst);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            return UploadVerdicts.FromResponse(await UploadResponse.ReadAsync(response, index, time, deadline.Token));
        }
        catch (OperationCanceledException)
        {
            return new UploadVerdict.Transient(null, $"no answer within {limit.TotalSeconds:0} seconds", MayBeStored: body.IsComplete);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return Lost(delivery, body, exception);
        }
    }

    public static HttpRequestMessage CreateRequest(PackageIndex index, AuthenticationHeaderValue? authorization, UploadBody body, bool askFirst)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, index.UploadUrl) { Content = body };
        request.Headers.Authorization = authorization;
        request.Headers.Accept.ParseAdd("application/json"); // only there PyPI's message is complete: the reason phrase is Latin-1 and absent in HTTP/2
        request.Headers.ExpectContinue = askFirst;
        return request;
    }

    private UploadBody Body(UploadState delivery)
    {
        var (distribution, stamp) = (delivery.Distribution, delivery.File.Stamp);
        var counter = new SentCounter(distribution, time, progress);
        return new(UploadForm.From(distribution, [.. delivery.File.Attestations.Select(attestation => attestation.ToJson())]), delivery.File.Name, () => stamp.Open(distribution.Path), distribution.Size, distribution.Sha256, Boundary(), counter.Report);
    }

    /// <summary>A form boundary so random that it does not occur in any part.</summary>
    private static string Boundary() => $"--------{RandomNumberGenerator.GetHexString(32)}";

    private UploadVerdict.Transient Lost(UploadState delivery, UploadBody body, Exception exception)
    {
        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError })
        {
            throw UploadFailures.Distrusted(index, delivery.File.Name, exception);
        }

        if (FileFaultException.In(exception) is { } fault)
        {
            throw UploadFailures.FileUnreadable(index, delivery.Distribution, fault);
        }

        delivery.AskFirst = body is { IsStarted: true, IsComplete: false };
        return new(null, exception.GetBaseException().Message, MayBeStored: body.IsComplete);
    }
}

/// <summary>Reports how much of a file has been sent, at most ten times per second and at the end.</summary>
internal sealed class SentCounter(Distribution distribution, TimeProvider time, IProgress<PublishProgress> progress)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private long last = time.GetTimestamp();

    public void Report(long sent)
    {
        var now = time.GetTimestamp();
        if (sent == distribution.Size || time.GetElapsedTime(last, now) >= Interval)
        {
            last = now;
            progress.Report(new PublishProgress.BytesSent(distribution.FileName.Text, sent, distribution.Size));
        }
    }
}

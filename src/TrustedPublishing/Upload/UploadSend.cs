using System.Net.Http.Headers;
using TrustedPublishing.Distributions;
using TrustedPublishing.Http;
using TrustedPublishing.Release;

namespace TrustedPublishing.Upload;

/// <summary>Sends a file once, within a deadline, and makes a verdict of whatever happens.</summary>
internal sealed class UploadSend(PublishOptions options, HttpClient http, IProgress<PublishProgress> progress)
{
    /// <exception cref="PublishException">The file is not what was inspected, or the server's certificate is not trusted.</exception>
    public async Task<UploadVerdict> SendAsync(UploadState delivery, AuthenticationHeaderValue authorization)
    {
        delivery.Attempts++;
        var limit = TransferDeadline.For(delivery.Distribution.Size);
        using var deadline = new CancellationTokenSource(limit, options.Time);
        using var body = Body(delivery);
        using var request = UploadRequest.Create(options.Index, authorization, body, delivery.AskFirst);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            return UploadVerdicts.FromResponse(await UploadResponse.ReadAsync(response, options.Index, options.Time, deadline.Token));
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

    private UploadBody Body(UploadState delivery)
    {
        var (distribution, stamp) = (delivery.Distribution, delivery.File.Stamp);
        var counter = new SentCounter(distribution, options.Time, progress);
        return new(UploadForm.From(distribution, [.. delivery.File.Attestations.Select(attestation => attestation.ToJson())]), delivery.File.Name, () => stamp.Open(distribution.Path), distribution.Size, distribution.Sha256, UploadBoundary.Next(), counter.Report);
    }

    private UploadVerdict.Transient Lost(UploadState delivery, UploadBody body, Exception exception)
    {
        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError })
        {
            throw UploadFailures.Distrusted(options.Index, delivery.File.Name, exception);
        }

        if (FileFaultException.In(exception) is { } fault)
        {
            throw UploadFailures.FileUnreadable(options.Index, delivery.Distribution, fault);
        }

        delivery.AskFirst = body is { IsStarted: true, IsComplete: false };
        return new(null, exception.GetBaseException().Message, MayBeStored: body.IsComplete);
    }
}

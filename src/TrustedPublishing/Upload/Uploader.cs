using System.Net;
using Polly.Retry;
using Polly;
using TrustedPublishing.Failures;
using TrustedPublishing.Http;
using TrustedPublishing.Index;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Upload;

/// <summary>Uploads one file: sends it, interprets the response, and retries if that may help.</summary>
internal sealed class Uploader(HttpClient http, TimeProvider time, IndexReader reader, CredentialSource credentials, IProgress<PublishProgress> progress)
{
    /// <summary>A token that expires again right after it was renewed indicates a wrong clock.</summary>
    private const int MostRenewals = 2;

    private readonly UploadSend send = new(reader.Index, http, time, progress);
    private readonly RemoteFileLookup presence = new(reader, time);

    /// <summary>Called when the upload of a file meets congestion.</summary>
    public Action<UploadState>? Congested { get; init; }

    /// <summary>Called before a file is sent.</summary>
    public Action<UploadState>? Sending { get; init; }

    /// <summary>
    /// Returns the last verdict. <paramref name="stop"/> ends the wait for the next attempt; an attempt in progress always finishes within its
    /// deadline.
    /// </summary>
    /// <exception cref="PublishException">The token could not be renewed, the file changed, or the index has different content under its
    /// name.</exception>
    public async Task<UploadVerdict> UploadAsync(UploadState delivery, CancellationToken stop)
    {
        var pipeline = UploadRetry.Pipeline(time, (verdict, pause) => OnRetry(delivery, verdict, pause));
        try
        {
            await pipeline.ExecuteAsync(async _ => delivery.Last = await AttemptAsync(delivery), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // cancelled while waiting: the last verdict stands
        }

        return delivery is { MayBeStored: true, Last: UploadVerdict.Transient }
            ? await LastLookAsync(delivery)
            : delivery.Last ?? new UploadVerdict.Transient(null, "cancelled before it was sent");
    }

    /// <summary>All attempts are used up and a response was lost: checks whether the index has the file after all.</summary>
    private async Task<UploadVerdict> LastLookAsync(UploadState delivery)
    {
        var seen = await presence.LookPatientlyAsync(delivery.Distribution);
        delivery.MayBeStored = seen is not RemoteFile.Absent;
        return Found(delivery, seen) ?? delivery.Last!;
    }

    private async Task<UploadVerdict> AttemptAsync(UploadState delivery)
    {
        if (delivery.MayBeStored && Found(delivery, await presence.LookAsync(delivery.Distribution)) is { } found)
        {
            return found;
        }

        return await SendWithLivingTokenAsync(delivery) switch
        {
            UploadVerdict.Expired expired => new UploadVerdict.Refused(UploadRejection.TokenExpired, expired.Status, expired.Text),
            UploadVerdict.Duplicate duplicate => Compared(delivery, duplicate, await presence.LookPatientlyAsync(delivery.Distribution)),
            UploadVerdict.Unproven unproven => Proven(delivery, unproven, await presence.LookPatientlyAsync(delivery.Distribution)),
            var verdict => verdict,
        };
    }

    private async Task<UploadVerdict> SendWithLivingTokenAsync(UploadState delivery)
    {
        for (var renewals = 0; ; renewals++)
        {
            var credential = await credentials.CurrentAsync(CancellationToken.None);
            Sending?.Invoke(delivery);
            var verdict = await send.SendAsync(delivery, credential.Header);
            delivery.MayBeStored |= verdict is UploadVerdict.Transient { MayBeStored: true };
            if (verdict is not UploadVerdict.Expired expired || renewals == MostRenewals || !credentials.CanRenew)
            {
                return verdict;
            }

            progress.Report(new PublishProgress.Retrying(delivery.File.Name, FailureText.OneLine(expired.Text), TimeSpan.Zero, delivery.Attempts + 1));
            await credentials.RenewAsync(credential, CancellationToken.None);
        }
    }

    private UploadVerdict.Accepted? Found(UploadState delivery, RemoteFile found) => found switch
    {
        RemoteFile.Same same => new UploadVerdict.Accepted(UploadOutcome.Uploaded, same.File.Url),
        RemoteFile.Other other => throw UploadFailures.FileConflict(reader.Index, delivery.Distribution, other.File),
        _ => null,
    };

    /// <summary>A success status with an unusual response counts only if the index then lists the file.</summary>
    private UploadVerdict Proven(UploadState delivery, UploadVerdict.Unproven said, RemoteFile found)
    {
        delivery.MayBeStored |= found is not RemoteFile.Absent || said.Text.Length == 0;
        return (UploadVerdict?)Found(delivery, found) ?? new UploadVerdict.Refused(UploadRejection.NotAnIndex, said.Status, said.Text);
    }

    /// <summary>"Already exists" counts only if the content is the same; until that is known, the outcome is open.</summary>
    private UploadVerdict.Accepted Compared(UploadState delivery, UploadVerdict.Duplicate said, RemoteFile found) => found switch
    {
        RemoteFile.Same same => new(delivery.MayBeStored ? UploadOutcome.Uploaded : UploadOutcome.AlreadyPresent, same.File.Url),
        RemoteFile.Other other => throw UploadFailures.FileConflict(reader.Index, delivery.Distribution, other.File),
        _ => throw UploadFailures.DuplicateUnproven(reader.Index, delivery.Distribution, said, found),
    };

    private void OnRetry(UploadState delivery, UploadVerdict.Transient verdict, TimeSpan pause)
    {
        if (verdict.IsCongestion)
        {
            Congested?.Invoke(delivery);
        }

        var reason = verdict.Status is { } status ? $"HTTP {(int)status} {FailureText.OneLine(verdict.Text)}" : verdict.Text;
        progress.Report(new PublishProgress.Retrying(delivery.File.Name, reason, pause, delivery.Attempts + 1));
    }
}

/// <summary>When and after what delay a file is sent again. Sending the same content again is always safe: an index that has it says so.</summary>
internal static class UploadRetry
{
    /// <summary>If an index asks for a longer delay, the upload is not retried.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private const int Repetitions = 5;

    public static ResiliencePipeline<UploadVerdict> Pipeline(TimeProvider time, Action<UploadVerdict.Transient, TimeSpan> onRetry) =>
        new ResiliencePipelineBuilder<UploadVerdict> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<UploadVerdict>
        {
            MaxRetryAttempts = Repetitions,
            Delay = TimeSpan.FromSeconds(2),
            MaxDelay = TimeSpan.FromMinutes(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = arguments => ValueTask.FromResult(IsWorthIt(arguments.Outcome.Result)),
            DelayGenerator = arguments => ValueTask.FromResult(Pause(arguments.Outcome.Result, arguments.AttemptNumber)),
            OnRetry = arguments =>
            {
                onRetry((UploadVerdict.Transient)arguments.Outcome.Result!, arguments.RetryDelay);
                return ValueTask.CompletedTask;
            },
        }).Build();

    public static bool IsWorthIt(UploadVerdict? verdict) =>
        verdict is UploadVerdict.Transient transient && (transient.RetryAfter is not { } pause || pause <= LongestPause);

    /// <summary>
    /// The delay that the index asks for. If it only reports "too many requests", the delay is much longer than after a failure. Null: the default
    /// back-off.
    /// </summary>
    public static TimeSpan? Pause(UploadVerdict? verdict, int attempt) => verdict switch
    {
        UploadVerdict.Transient { RetryAfter: { } asked } => asked,
        UploadVerdict.Transient { Status: HttpStatusCode.TooManyRequests } => TimeSpan.FromSeconds(Math.Min(120, 15 * Math.Pow(2, attempt))),
        _ => null,
    };
}

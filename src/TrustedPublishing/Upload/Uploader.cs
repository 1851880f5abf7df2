using System.Net;
using Polly.Retry;
using Polly;
using TrustedPublishing.Failures;
using TrustedPublishing.Http;
using TrustedPublishing.Index;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Upload;

/// <summary>Uploads one file: sends it, reads the answer, and sends it again when that is worth it.</summary>
internal sealed class Uploader(HttpClient http, TimeProvider time, IndexReader reader, CredentialSource credentials, IProgress<PublishProgress> progress)
{
    /// <summary>A token that ends again right after it was renewed points to a wrong clock.</summary>
    private const int MostRenewals = 2;

    private readonly UploadSend send = new(reader.Index, http, time, progress);
    private readonly RemoteFileLookup presence = new(reader, time);

    /// <summary>Called when a file meets congestion.</summary>
    public Action<UploadState>? Congested { get; init; }

    /// <summary>Called before a file is sent.</summary>
    public Action<UploadState>? Sending { get; init; }

    /// <summary>
    /// The last verdict. <paramref name="stop"/> ends waiting for a next attempt; an attempt under way is always finished within its deadline.
    /// </summary>
    /// <exception cref="PublishException">The token could not be renewed, the file changed, or the index has other bytes under its name.</exception>
    public async Task<UploadVerdict> UploadAsync(UploadState delivery, CancellationToken stop)
    {
        var pipeline = UploadRetry.Pipeline(time, (verdict, pause) => OnRetry(delivery, verdict, pause));
        try
        {
            await pipeline.ExecuteAsync(async _ => delivery.Last = await AttemptAsync(delivery), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // while waiting: the last verdict stands
        }

        return delivery is { MayBeStored: true, Last: UploadVerdict.Transient }
            ? await LastLookAsync(delivery)
            : delivery.Last ?? new UploadVerdict.Transient(null, "cancelled before it was sent");
    }

    /// <summary>All attempts are used up and an answer was lost: whether the index has the file after all.</summary>
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

    /// <summary>Success in words that are not an index's is believed only of a file that the index then lists.</summary>
    private UploadVerdict Proven(UploadState delivery, UploadVerdict.Unproven said, RemoteFile found)
    {
        delivery.MayBeStored |= found is not RemoteFile.Absent || said.Text.Length == 0;
        return (UploadVerdict?)Found(delivery, found) ?? new UploadVerdict.Refused(UploadRejection.NotAnIndex, said.Status, said.Text);
    }

    /// <summary>"Already there" is believed only of the same bytes. Until that is known, so is nothing.</summary>
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

/// <summary>When a file is sent again, and after how long. The same bytes may always be sent again: an index that has them says so.</summary>
internal static class UploadRetry
{
    /// <summary>An index that asks for a longer pause than this is not waited for.</summary>
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
    /// What the index asks for. When it only says "too many", much longer than after a failure, so as not to hammer. Null: the usual back-off.
    /// </summary>
    public static TimeSpan? Pause(UploadVerdict? verdict, int attempt) => verdict switch
    {
        UploadVerdict.Transient { RetryAfter: { } asked } => asked,
        UploadVerdict.Transient { Status: HttpStatusCode.TooManyRequests } => TimeSpan.FromSeconds(Math.Min(120, 15 * Math.Pow(2, attempt))),
        _ => null,
    };
}

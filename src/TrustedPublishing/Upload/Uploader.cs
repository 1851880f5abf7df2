using TrustedPublishing.Failures;
using TrustedPublishing.Index;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Upload;

/// <summary>Uploads one file: sends it, reads the answer, and sends it again when that is worth it.</summary>
internal sealed class Uploader(PublishOptions options, HttpClient http, IndexReader reader, CredentialSource credentials, IProgress<PublishProgress> progress)
{
    /// <summary>A token that ends again right after it was renewed points to a wrong clock.</summary>
    private const int MostRenewals = 2;

    private readonly UploadSend send = new(options, http, progress);
    private readonly RemoteFileLookup presence = new(reader, options.Time);

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
        var pipeline = UploadRetry.Pipeline(options.Time, (verdict, pause) => OnRetry(delivery, verdict, pause));
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
        RemoteFile.Other other => throw UploadFailures.FileConflict(options.Index, delivery.Distribution, other.File),
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
        RemoteFile.Other other => throw UploadFailures.FileConflict(options.Index, delivery.Distribution, other.File),
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

using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using TrustedPublishing.Index;
using TrustedPublishing.Release;

namespace TrustedPublishing.Upload;

/// <summary>
/// Sends the files of a release: the first alone, then several in parallel, up to the current limit. After the first failure or a cancellation, no
/// further upload is started and uploads in progress are completed.
/// </summary>
internal sealed class UploadScheduler
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly string user;
    private readonly ReleaseState release;
    private readonly IndexReader reader;
    private readonly ProgressRecord progress;
    private readonly Uploader uploader;
    private readonly ConcurrencyLimiter pace;
    private PublishException? failure;

    /// <summary>
    /// Starts with <paramref name="parallel"/> files at a time; failures name the <paramref name="user"/> that goes with the credential.
    /// </summary>
    public UploadScheduler(int parallel, string user, TimeProvider time, HttpClient http, IndexReader reader, TokenExchange.CredentialSource credentials, ReleaseState release, ProgressRecord progress)
    {
        (this.time, this.user, this.release, this.reader, this.progress) = (time, user, release, reader, progress);
        pace = new(parallel);
        uploader = new(http, time, reader, credentials, progress)
        {
            Sending = delivery => release.Begin(delivery.File),
            Congested = delivery => InTurn(() => pace.Congested(delivery.Epoch)),
        };
    }

    /// <exception cref="PublishException">The first failure, thrown after all uploads in progress have ended.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        foreach (var files in release.Pending.GroupBy(file => (file.Distribution.FileName.Project, file.Distribution.FileName.Version)))
        {
            await RunAsync(new Queue<PlannedFile>(UploadOrder.Sort(files)), IsStarted(files), stop);
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    private async Task RunAsync(Queue<PlannedFile> waiting, bool isStarted, CancellationToken stop)
    {
        var underWay = new List<Task>();
        try
        {
            await RunAsync(waiting, isStarted, underWay, stop);
        }
        finally
        {
            await Task.WhenAll(underWay).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // never leave uploads running, whatever went wrong
        }
    }

    private async Task RunAsync(Queue<PlannedFile> waiting, bool isStarted, List<Task> underWay, CancellationToken stop)
    {
        while (underWay.Count > 0 || (waiting.Count > 0 && MayStart(stop)))
        {
            while (waiting.Count > 0 && MayStart(stop) && underWay.Count < (isStarted ? InTurn(() => pace.Limit) : 1))
            {
                underWay.Add(UploadAsync(waiting.Dequeue(), stop));
            }

            var ended = await Task.WhenAny(underWay);
            underWay.Remove(ended);
            await ended;
            isStarted = true;
        }
    }

    /// <summary>Whether the index already has a file of the release, so that no file has to wait for the first.</summary>
    private bool IsStarted(IGrouping<(string Project, PythonVersion Version), PlannedFile> files) => release.Files.Any(file =>
        (file.Distribution.FileName.Project, file.Distribution.FileName.Version) == files.Key && release.ReportFor(file).Outcome == UploadOutcome.AlreadyPresent);

    private bool MayStart(CancellationToken stop) => !stop.IsCancellationRequested && InTurn(() => failure is null);

    private async Task UploadAsync(PlannedFile file, CancellationToken stop)
    {
        var delivery = new UploadState(file, InTurn(() => pace.Epoch), time.GetTimestamp());
        progress.Report(new PublishProgress.UploadStarted(file.Name, file.Distribution.Size));
        var ending = await EndingAsync(delivery, stop);
        release.Finish(file, report => report with
        {
            Outcome = ending.Outcome,
            Attempts = delivery.Attempts,
            Duration = time.GetElapsedTime(delivery.Started),
            Url = ending.Url ?? report.Url,
            Verified = ending.Url is not null,
            IsNameTaken = ending.Failure?.Failure == PublishFailure.FileConflict && ending.Outcome == UploadOutcome.Failed,
            Message = ending.Failure is null ? null : FailureText.OneLine(ending.Said) is { Length: > 0 } said ? said : FailureText.OneLine(ending.Failure.Message.Split('\n')[0]),
        });
        InTurn(() =>
        {
            failure ??= ending.Failure;
            if (ending.Failure is null)
            {
                pace.Succeeded();
            }
        });
    }

    private async Task<Ending> EndingAsync(UploadState delivery, CancellationToken stop)
    {
        try
        {
            return await uploader.UploadAsync(delivery, stop) switch
            {
                UploadVerdict.Accepted accepted => new(accepted.Outcome, accepted.Url),
                UploadVerdict.Refused refused => new(refused.Refusal == UploadRejection.NotAnIndex ? OutcomeOf(delivery) : UploadOutcome.Failed, Failure: UploadFailures.UploadRefused(reader.Index, delivery.Distribution, refused, user), Said: refused.Text),
                UploadVerdict.Transient transient => new(OutcomeOf(delivery), Said: transient.Text, Failure: stop.IsCancellationRequested
                    ? ReleaseFailures.Cancelled(reader.Index, report: null)
                    : UploadFailures.UploadExhausted(reader.Index, delivery.Distribution, transient, delivery.Attempts, delivery.MayBeStored)),
                var other => throw new InvalidOperationException($"{other.GetType().Name} is not a last verdict."),
            };
        }
        catch (PublishException exception)
        {
            return new(exception.IsUnproven || (delivery.MayBeStored && exception.Failure != PublishFailure.FileConflict) ? UploadOutcome.Unknown : UploadOutcome.Failed, Failure: exception);
        }
    }

    private static UploadOutcome OutcomeOf(UploadState delivery) =>
        delivery.Attempts == 0 ? UploadOutcome.NotAttempted : delivery.MayBeStored ? UploadOutcome.Unknown : UploadOutcome.Failed;

    private void InTurn(Action action)
    {
        lock (gate)
        {
            action();
        }
    }

    private T InTurn<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }

    /// <summary>The result of uploading a file; without a failure it is on the index.</summary>
    private sealed record Ending(UploadOutcome Outcome, Uri? Url = null, PublishException? Failure = null, string? Said = null);
}

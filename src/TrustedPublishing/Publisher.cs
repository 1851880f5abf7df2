using System.Diagnostics.CodeAnalysis;
using TrustedPublishing.Distributions;
using TrustedPublishing.Http;
using TrustedPublishing.Index;
using TrustedPublishing.Inspection;
using TrustedPublishing.Output;
using TrustedPublishing.Release;
using TrustedPublishing.Upload;

namespace TrustedPublishing;

/// <summary>
/// Publishes distributions to an index: finds and inspects them, checks what the index holds, gets a credential, attests and uploads what is
/// missing, and verifies what the index serves afterwards. Calling it again resumes a release: files that the index already has are not sent.
/// </summary>
/// <remarks>
/// The steps, in the order of <see cref="PublishAsync(IProgress{PublishProgress}?, CancellationToken)"/>:
/// <code>
///  patterns ─1 find─▶ paths ─2 inspect─▶ distributions ─3 compare─▶ what is missing ─4 authorise─▶ credential
///                       └──── the index is read meanwhile ────────────────┘                            │
///              report ◀─7 verify─ what the index lists ◀─6 upload─ attested files ◀─5 attest───────────┘
/// </code>
/// Nothing is uploaded before step 6. A failure in any step includes a report with the state of every file. Steps 3 to 7 are those of
/// <see cref="PreparedRelease"/>.
/// </remarks>
public sealed class Publisher
{
    private readonly PublishOptions options;
    private readonly SecretRedaction secrets = new();

    /// <summary>A publisher for the given options.</summary>
    /// <exception cref="ArgumentException">The options are invalid; the message lists all problems.</exception>
    public Publisher(PublishOptions options)
    {
        PublishOptionsCheck.ThrowIfUnusable(options);
        this.options = options with { OnSecret = secret => Hide(secret, options.OnSecret) };
        secrets.AddKnown(options.Environment, options.ApiToken, options.Password);
    }

    /// <summary>
    /// Publishes. The first file of a release is sent alone, because it creates the release on the index, then
    /// up to <see cref="PublishOptions.Parallel"/> in parallel, slowly more while the index keeps up and fewer while it is limiting requests.
    /// </summary>
    /// <param name="progress">Receives events, synchronously and from several threads.</param>
    /// <param name="cancellationToken">
    /// Cancels gracefully: no further upload is started or repeated, uploads in progress are completed, the token is
    /// revoked, and the failure <see cref="PublishFailure.Cancelled"/> lists what is on the index. To stop immediately, end the process: an upload
    /// that is aborted leaves nothing on the index.
    /// </param>
    /// <exception cref="PublishException">
    /// The release failed or was cancelled: <see cref="PublishException.Failure"/> gives the reason, <see cref="PublishException.Report"/> the
    /// state of every file. After the first failure no further upload is started; uploads in progress are completed.
    /// </exception>
    public async Task<PublishReport> PublishAsync(IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await using var release = await PrepareAsync(progress, [], cancellationToken);
        return await release.PublishAsync(cancellationToken);
    }

    /// <summary>
    /// Everything that precedes the first byte: steps 1 to 4. A run with several releases prepares all of them before it publishes the first.
    /// </summary>
    /// <param name="progress">Receives events, synchronously and from several threads.</param>
    /// <param name="earlier">The releases that the same run has prepared for the same index. This release uses their API token if the job has only
    /// one identity token.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="PublishException">See <see cref="PublishAsync"/>. Nothing was sent.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The release owns them and is disposed by the caller.")]
    internal async Task<PreparedRelease> PrepareAsync(IProgress<PublishProgress>? progress, IReadOnlyList<PreparedRelease> earlier, CancellationToken cancellationToken)
    {
        var events = new ProgressRecord(progress, secrets);
        var paths = FindDistributions();                                                                         // 1 find
        var stamps = FileFingerprint.OfAll(paths);
        var http = Client();
        PreparedRelease? inspected = null, release = null;
        try
        {
            var reader = new IndexReader(options.Index, http, options.ReadCredentials, options.Time);
            await using var questions = new IndexPrefetch(paths, reader, options.AuthorizeWith(http), events, cancellationToken);
            var distributions = await InspectAsync(paths, events, cancellationToken);                            // 2 inspect
            inspected = new PreparedRelease(options, http, reader, State(distributions, stamps, options.JournalPath, events), events);
            await inspected.AuthorizeAsync(questions, earlier, cancellationToken);                               // 3 compare, 4 authorize
            return release = inspected;
        }
        finally
        {
            if (release is null)
            {
                await (inspected?.DisposeAsync() ?? ValueTask.CompletedTask);
                http.Dispose();
            }
        }
    }

    /// <summary>Applies the index's rules to the files and sends nothing: the report of a release that has not started.</summary>
    /// <exception cref="PublishException">See <see cref="PublishAsync"/>.</exception>
    internal async Task<PublishReport> InspectAsync(CancellationToken cancellationToken)
    {
        var events = new ProgressRecord(null, secrets);
        var paths = FindDistributions();
        var distributions = await InspectAsync(paths, events, cancellationToken);
        return State(distributions, FileFingerprint.OfAll(paths), journal: null, events).Report() with { Warnings = [] };
    }

    /// <summary>The absolute paths of the files that would be published: wheels first, each kind sorted by name. The files are not read.</summary>
    /// <exception cref="PublishException">
    /// <see cref="PublishFailure.NoDistributions"/>: nothing matches; <see cref="PublishFailure.UnusableDistributions"/>: a file that is not a distribution matches, or
    /// folders contain distributions that would be left out.
    /// </exception>
    public IReadOnlyList<string> FindDistributions()
    {
        try
        {
            return DistributionFinder.Find(options.Distributions, options.BaseDirectory);
        }
        catch (PublishException failure)
        {
            throw secrets.Redact(failure);
        }
    }

    private async Task<IReadOnlyList<Distribution>> InspectAsync(IReadOnlyList<string> paths, ProgressRecord events, CancellationToken cancellationToken)
    {
        try
        {
            return (await options.Inspector.InspectAsync(paths, events, cancellationToken)).Distributions;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw ReleaseFailures.Cancelled(options.Index, report: null);
        }
        catch (PublishException failure)
        {
            throw secrets.Redact(failure);
        }
    }

    private ReleaseState State(IReadOnlyList<Distribution> distributions, IReadOnlyDictionary<string, FileFingerprint> stamps, string? journal, ProgressRecord events) =>
        new(options.Index, options.Time, ReleaseJournal.Open(journal, options.Index, options.Environment, distributions, events), distributions, stamps, events);

    private HttpClient Client()
    {
        try
        {
            return HttpClients.CreateClient(options.Network);
        }
        catch (ArgumentException unusable)
        {
            throw ConnectionFailures.SettingsUnusable(options.Index, unusable);
        }
    }

    private void Hide(Secret secret, Action<Secret>? mask)
    {
        secrets.Add(secret);
        mask?.Invoke(secret);
    }
}

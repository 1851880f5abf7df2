using TrustedPublishing.Http;
using TrustedPublishing.Identity;
using TrustedPublishing.Index;
using TrustedPublishing.Inspection;
using TrustedPublishing.Output;
using TrustedPublishing.Release;
using TrustedPublishing.Sigstore;
using TrustedPublishing.TokenExchange;
using TrustedPublishing.Upload;

namespace TrustedPublishing;

/// <summary>
/// Publishes distributions to an index: finds and inspects them, checks what the index holds, gets a credential, attests and uploads what is
/// missing, and verifies what the index serves afterwards. Calling it again resumes a release: files that the index already has are not sent.
/// </summary>
/// <remarks>
/// The steps, in the order of <see cref="PublishAsync(IProgress{PublishProgress}?, CancellationToken)"/>:
/// <code>
///  patterns ─1 find─▶ paths ─2 inspect─▶ distributions ─3 compare─▶ what is missing ─4 authorize─▶ credential
///                       └──── the index is read meanwhile ────────────────┘                            │
///              report ◀─7 verify─ what the index lists ◀─6 upload─ attested files ◀─5 attest───────────┘
/// </code>
/// Nothing is uploaded before step 6. A failure in any step includes a report with the state of every file.
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
        secrets.AddThoseOf(options);
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
        var events = new ProgressRecord(progress, secrets);
        try
        {
            var paths = FindDistributions();                                                                     // 1 find
            var stamps = FileFingerprint.OfAll(paths);
            using var http = Client();
            using var reader = new IndexReader(options.Index, http, new(options), options.Time);
            await using var questions = new IndexPrefetch(paths, options, http, reader, events, cancellationToken);
            var inspection = await DistributionInspector.InspectAsync(paths, options, events, cancellationToken); // 2 inspect
            var release = new ReleaseState(options, inspection.Distributions, stamps, events);
            return await PublishAsync(release, http, reader, questions, events, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw ReleaseFailures.Cancelled(options.Index, report: null);
        }
        catch (PublishException failure) when (secrets.Redact(failure) is var shown && shown != failure)
        {
            throw shown;
        }
    }

    /// <summary>The absolute paths of the files that would be published: wheels first, each kind sorted by name. The files are not read.</summary>
    /// <exception cref="PublishException">
    /// <see cref="PublishFailure.NoDistributions"/>: nothing matches; <see cref="PublishFailure.UnusableDistributions"/>: a file that is not a distribution matches, or
    /// folders contain distributions that would be left out.
    /// </exception>
    public IReadOnlyList<string> FindDistributions() => DistributionFinder.Find(options.Distributions, options.BaseDirectory);

    private async Task<PublishReport> PublishAsync(
        ReleaseState release, HttpClient http, IndexReader reader, IndexPrefetch questions, ProgressRecord events, CancellationToken cancellationToken)
    {
        try
        {
            CredentialSource.ThrowIfNone(options, http);
            release.Open();
            await new IndexPreflight(options, reader, questions, events).CheckAsync(release, cancellationToken);  // 3 compare
            await using var credentials = await AuthorizeAsync(release, http, questions, events, cancellationToken); // 4 authorize
            if (credentials is not null)
            {
                release.Attest(await new Attestor(options, http, credentials, events).AttestAsync([.. release.Pending.Select(file => file.Distribution)], cancellationToken)); // 5 attest
                await new UploadScheduler(options, http, reader, credentials, release, events).RunAsync(cancellationToken); // 6 upload
                credentials.Burn();
                ThrowIfUnfinished(release, cancellationToken);
            }

            await new Verification(options, reader, new(options, http, events.Warn), events).VerifyAsync(release, cancellationToken); // 7 verify
            return release.Report();
        }
        catch (PublishException failure)
        {
            throw ReleaseFailures.Stopped(failure, release.Report());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw ReleaseFailures.Cancelled(options.Index, release.Report());
        }
    }

    private HttpClient Client()
    {
        try
        {
            return HttpClients.CreateClient(options);
        }
        catch (ArgumentException unusable)
        {
            throw ConnectionFailures.SettingsUnusable(options.Index, unusable);
        }
    }

    /// <summary>Given credentials, or identity and exchange; null when the index has every file already.</summary>
    private async Task<CredentialSource?> AuthorizeAsync(ReleaseState release, HttpClient http, IndexPrefetch questions, ProgressRecord events, CancellationToken cancellationToken)
    {
        if (release.Pending is not [var first, ..])
        {
            return null;
        }

        var credentials = await CredentialSource.OpenAsync(options, http, events, first.Distribution.FileName.Project, questions.Audience, cancellationToken);
        if (!credentials.IsTrustedPublishing)
        {
            events.Report(new PublishProgress.CredentialsGiven(options.ApiToken is null ? options.UserName! : CredentialSource.TokenUser));
            if (options.Index.Profile.HasPyPIPolicy && IdentityDetector.Detect(options, http) is { } job and (GitHubActions or GitLabCi) && job.MayGive(AudienceOf(options.Index)))
            {
                events.Warn(IdentityFailures.TrustedPublishingUnused(options.Index, job.Name));
            }
        }

        return credentials;
    }

    private static string AudienceOf(PackageIndex index) => index == PackageIndex.TestPyPI ? "testpypi" : "pypi";

    private void Hide(Secret secret, Action<Secret>? mask)
    {
        secrets.Add(secret);
        mask?.Invoke(secret);
    }

    private static void ThrowIfUnfinished(ReleaseState release, CancellationToken cancellationToken)
    {
        if (release.Pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}

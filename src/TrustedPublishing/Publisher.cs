using TrustedPublishing.Failures;
using TrustedPublishing.Http;
using TrustedPublishing.Index;
using TrustedPublishing.Inspection;
using TrustedPublishing.Release;
using TrustedPublishing.Sigstore;
using TrustedPublishing.TokenExchange;
using TrustedPublishing.Upload;

namespace TrustedPublishing;

/// <summary>
/// Publishes distributions to an index: finds and inspects them, checks what the index holds, gets a credential, attests and uploads what is
/// missing, and verifies what the index then serves. The same call again resumes: files that the index has with the same bytes are not sent.
/// </summary>
public sealed class Publisher
{
    private readonly PublishOptions options;

    /// <summary>A publisher for the given options.</summary>
    /// <exception cref="ArgumentException">Options that cannot be meant; all problems in one message.</exception>
    public Publisher(PublishOptions options)
    {
        PublishOptionsCheck.ThrowIfUnusable(options);
        this.options = options;
    }

    /// <summary>
    /// Publishes. The first file of a release is sent alone, because it creates the release on the index, then
    /// <see cref="PublishOptions.Parallel"/> at the same time, slowly more while the index keeps up and fewer while it asks to slow down.
    /// </summary>
    /// <param name="progress">Told what happens, synchronously and from several threads.</param>
    /// <param name="cancellationToken">
    /// Stops the release in good order: no further file is started and none is sent again, those being sent are finished, the token is
    /// burnt, and the failure <see cref="PublishFailure.Cancelled"/> says what is on the index. To end at once, end the process: an upload
    /// that breaks off leaves nothing on the index.
    /// </param>
    /// <exception cref="PublishException">
    /// The release failed or was cancelled: <see cref="PublishException.Failure"/> says why, <see cref="PublishException.Report"/> what had
    /// become of every file. After the first failure no further file is started; those being sent are finished.
    /// </exception>
    /// <exception cref="ArgumentException">A certificate file or a proxy address of the options cannot be used.</exception>
    public async Task<PublishReport> PublishAsync(IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var events = new ProgressRecord(progress);
        try
        {
            var paths = DistributionFinder.Find(options);
            var stamps = FileFingerprint.OfAll(paths);
            using var http = HttpClients.CreateClient(options);
            using var reader = new IndexReader(options, http);
            await using var questions = new IndexPrefetch(paths, options, http, reader, events, cancellationToken);
            var inspection = await DistributionInspector.InspectAsync(paths, options, events, cancellationToken);
            var release = new ReleaseState(options, inspection.Distributions, stamps, events);
            return await PublishAsync(release, http, reader, questions, events, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw ReleaseFailures.Cancelled(options.Index, report: null);
        }
    }

    /// <summary>The absolute paths of what would be published: wheels first, each kind by name. Nothing is read.</summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.NoDistributions"/>: nothing matches.</exception>
    public IReadOnlyList<string> FindDistributions() => DistributionFinder.Find(options);

    private async Task<PublishReport> PublishAsync(
        ReleaseState release, HttpClient http, IndexReader reader, IndexPrefetch questions, ProgressRecord events, CancellationToken cancellationToken)
    {
        try
        {
            CredentialSource.ThrowIfNone(options, http);
            await new IndexPreflight(options, questions, events).CheckAsync(release);
            await using var credentials = await CredentialsAsync(release, http, questions, events, cancellationToken);
            if (credentials is not null)
            {
                await new Attestor(options, http, credentials, events).AttestAsync(release, cancellationToken);
                await new UploadScheduler(options, http, credentials, release, events).RunAsync(cancellationToken);
                credentials.Burn();
                ThrowIfUnfinished(release, cancellationToken);
            }

            await new Verification(options, http, reader, events).VerifyAsync(release, cancellationToken);
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

    /// <summary>Identity and exchange; null when the index has every file already.</summary>
    private async Task<CredentialSource?> CredentialsAsync(
        ReleaseState release, HttpClient http, IndexPrefetch questions, ProgressRecord events, CancellationToken cancellationToken) =>
        release.Pending is [var first, ..]
            ? await CredentialSource.OpenAsync(options, http, events, first.Distribution.FileName.Project, questions.Audience, cancellationToken)
            : null;

    private static void ThrowIfUnfinished(ReleaseState release, CancellationToken cancellationToken)
    {
        if (release.Pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}

using TrustedPublishing.Identity;
using TrustedPublishing.Index;
using TrustedPublishing.Release;
using TrustedPublishing.Sigstore;
using TrustedPublishing.TokenExchange;
using TrustedPublishing.Upload;

namespace TrustedPublishing;

/// <summary>
/// A release whose files have been inspected. It is first compared with the index and authorised, and then published. Nothing is sent between
/// the two, so a run with several releases can stop before the first byte of any of them.
/// </summary>
internal sealed class PreparedRelease(PublishOptions options, HttpClient http, IndexReader reader, ReleaseState release, ProgressRecord events) : IAsyncDisposable
{
    private readonly Authorization authorization = options.AuthorizeWith(http);
    private CredentialSource? credentials;
    private bool isBorrowed;
    private bool isLent;

    /// <summary>The current state of every file.</summary>
    public PublishReport Report() => release.Report();

    /// <exception cref="PublishException">The index would reject a file, or there is no credential for the release.</exception>
    public Task AuthorizeAsync(IndexPrefetch questions, IReadOnlyList<PreparedRelease> earlier, CancellationToken cancellationToken) => WithReportAsync(
        async () =>
        {
            authorization.ThrowIfNone();
            release.Open();
            await new IndexPreflight(options.Preflight, options.Verify, options.Time, reader, questions, events).CheckAsync(release, cancellationToken);  // 3 compare
            if (release.Pending is [var first, ..])
            {
                credentials = Borrowed(earlier) ?? await OpenAsync(first.Distribution.FileName.Project, questions, cancellationToken); // 4 authorize
                ThrowIfTooNarrow([.. earlier.Append(this).Where(each => each.credentials is not null).Select(each => each.Report().Project)]);
            }
        },
        cancellationToken);

    /// <exception cref="PublishException">The release failed or was cancelled.</exception>
    public async Task<PublishReport> PublishAsync(CancellationToken cancellationToken)
    {
        await WithReportAsync(
            async () =>
            {
                if (credentials is not null)
                {
                    await AttestAsync(credentials.Exchanged, cancellationToken); // 5 attest
                    await new UploadScheduler(options.Parallel, options.Configured.User, options.Time, http, reader, credentials, release, events).RunAsync(cancellationToken); // 6 upload
                    BurnUnlessShared();
                    ThrowIfUnfinished(cancellationToken);
                }

                await CreateVerification().VerifyAsync(release, cancellationToken); // 7 verify
            },
            cancellationToken);
        return release.Report();
    }

    public async ValueTask DisposeAsync()
    {
        await (isBorrowed || credentials is null ? ValueTask.CompletedTask : credentials.DisposeAsync());
        reader.Dispose();
        http.Dispose();
    }

    private async Task AttestAsync(ExchangedIdentity? identity, CancellationToken cancellationToken)
    {
        if (AttestationPlan.Create(options.Index, options.Attestations, options.Sigstore, identity, events.Warn) is { } plan)
        {
            var attestor = new Attestor(plan, options.Parallel, options.Time, http, events);
            release.Attest(await attestor.AttestAsync([.. release.Pending.Select(file => file.Distribution)], cancellationToken));
        }
    }

    private Verification CreateVerification() => new(
        options.Verify, options.VerificationLimit, options.Time, reader, new(options.Index, options.ReadCredentials, http, options.Time, events.Warn), events);

    /// <summary>
    /// A job with a single identity token can exchange it only once; the resulting API token is valid for every project of the publisher.
    /// </summary>
    private CredentialSource? Borrowed(IReadOnlyList<PreparedRelease> earlier)
    {
        if (earlier.FirstOrDefault(other => other is { isBorrowed: false, credentials: { IsTrustedPublishing: true, CanRenew: false } }) is not { } owner)
        {
            return null;
        }

        (isBorrowed, owner.isLent) = (true, true);
        return owner.credentials;
    }

    /// <summary>
    /// PyPI issues one API token for all projects of the publisher, and reports a project that is not among them only when its first file arrives.
    /// </summary>
    private void ThrowIfTooNarrow(IReadOnlyList<string> projects)
    {
        if (projects.Count > 1 && credentials!.Projects is { } covered && covered < projects.Count)
        {
            throw ExchangeFailures.TokenForFewerProjects(options.Index, projects, covered);
        }
    }

    private async Task<CredentialSource> OpenAsync(string project, IndexPrefetch questions, CancellationToken cancellationToken)
    {
        var opened = await authorization.OpenAsync(project, questions.Audience, events, cancellationToken);
        if (!opened.IsTrustedPublishing)
        {
            events.Report(new PublishProgress.CredentialsGiven(options.Configured.User));
            if (options.Index.Profile.HasPyPIPolicy && IdentityDetector.Detect(options.Job, http) is { } job and (GitHubActions or GitLabCi) && job.MayGive(AudiencePolicy.Fixed(options.Index.UploadUrl) ?? "pypi"))
            {
                events.Warn(IdentityFailures.TrustedPublishingUnused(options.Index, job.Name));
            }
        }

        return opened;
    }

    /// <summary>Starts to revoke a token that no other release needs while verification runs; the others are revoked at the end.</summary>
    private void BurnUnlessShared()
    {
        if (!isBorrowed && !isLent)
        {
            credentials!.Burn();
        }
    }

    private void ThrowIfUnfinished(CancellationToken cancellationToken)
    {
        if (release.Pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Adds the state of every file to a failure.</summary>
    private async Task WithReportAsync(Func<Task> steps, CancellationToken cancellationToken)
    {
        try
        {
            await steps();
        }
        catch (PublishException failure)
        {
            throw events.Secrets.Redact(ReleaseFailures.Stopped(failure, release.Report()));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw ReleaseFailures.Cancelled(options.Index, release.Report());
        }
    }
}

using TrustedPublishing.Identity;
using TrustedPublishing.Index;
using TrustedPublishing.Release;
using TrustedPublishing.Sigstore;
using TrustedPublishing.TokenExchange;
using TrustedPublishing.Upload;

namespace TrustedPublishing;

/// <summary>
/// A release whose files are inspected: it is compared with what the index holds and authorised, and then published. Between the two nothing
/// has been sent, so that a run with several releases can stop before the first byte of any.
/// </summary>
internal sealed class PreparedRelease(PublishOptions options, HttpClient http, IndexReader reader, ReleaseState release, ProgressRecord events) : IAsyncDisposable
{
    private CredentialSource? credentials;
    private bool isBorrowed;
    private bool isLent;

    /// <summary>What has become of every file so far.</summary>
    public PublishReport Report() => release.Report();

    /// <exception cref="PublishException">The index would refuse a file, or nothing authorises the release.</exception>
    public Task AuthorizeAsync(IndexPrefetch questions, IReadOnlyList<PreparedRelease> earlier, CancellationToken cancellationToken) => WithReportAsync(
        async () =>
        {
            CredentialSource.ThrowIfNone(options, http);
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
                    release.Attest(await new Attestor(options, http, credentials, events).AttestAsync([.. release.Pending.Select(file => file.Distribution)], cancellationToken)); // 5 attest
                    await new UploadScheduler(options.Parallel, User, options.Time, http, reader, credentials, release, events).RunAsync(cancellationToken); // 6 upload
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

    /// <summary>The user name that goes with the credential: that of tokens, unless a password was given.</summary>
    private string User => options.ApiToken is null ? options.UserName ?? CredentialSource.TokenUser : CredentialSource.TokenUser;

    private Verification CreateVerification() => new(
        options.Verify, options.VerificationLimit, options.Time, reader, new(options.Index, new(options), http, options.Time, events.Warn), events);

    /// <summary>A job with one identity token can exchange it once; what it was exchanged for is good for every project of the publisher.</summary>
    private CredentialSource? Borrowed(IReadOnlyList<PreparedRelease> earlier)
    {
        if (earlier.FirstOrDefault(other => other is { isBorrowed: false, credentials: { IsTrustedPublishing: true, CanRenew: false } }) is not { } owner)
        {
            return null;
        }

        (isBorrowed, owner.isLent) = (true, true);
        return owner.credentials;
    }

    /// <summary>PyPI exchanges an identity token for all projects of the publisher, and tells of a project that is not among them when its first file has arrived.</summary>
    private void ThrowIfTooNarrow(IReadOnlyList<string> projects)
    {
        if (projects.Count > 1 && credentials!.Projects is { } covered && covered < projects.Count)
        {
            throw ExchangeFailures.TokenForFewerProjects(options.Index, projects, covered);
        }
    }

    private async Task<CredentialSource> OpenAsync(string project, IndexPrefetch questions, CancellationToken cancellationToken)
    {
        var opened = await CredentialSource.OpenAsync(options, http, events, project, questions.Audience, cancellationToken);
        if (!opened.IsTrustedPublishing)
        {
            events.Report(new PublishProgress.CredentialsGiven(User));
            if (options.Index.Profile.HasPyPIPolicy && IdentityDetector.Detect(options, http) is { } job and (GitHubActions or GitLabCi) && job.MayGive(AudiencePolicy.Fixed(options.Index.UploadUrl) ?? "pypi"))
            {
                events.Warn(IdentityFailures.TrustedPublishingUnused(options.Index, job.Name));
            }
        }

        return opened;
    }

    /// <summary>What nobody else needs begins to be burnt while the index is asked what it lists; the rest when all is over.</summary>
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

    /// <summary>A failure says what had become of every file.</summary>
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

using TrustedPublishing.Http;
using TrustedPublishing.Output;

namespace TrustedPublishing.Identity;

/// <summary>
/// A CI system that issues identity tokens to its jobs. Each system's <c>TryCreate</c> decides from the environment alone whether the job runs
/// there: it returns null if not, and throws only if the job runs there but cannot get a token.
/// </summary>
internal abstract class CiSystem(CiJob job)
{
    /// <summary>The name used in messages.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Whether each request returns a new token. A token can be exchanged only once, so a system with a single token gets a single attempt.
    /// </summary>
    public virtual bool GivesFreshTokens => true;

    /// <summary>Whether PyPI and TestPyPI accept its tokens (<see href="https://docs.pypi.org/trusted-publishers/adding-a-publisher/"/>).</summary>
    public virtual bool AcceptedByPyPI => true;

    /// <summary>Whether a token for this audience may be available, as far as can be told without requesting one.</summary>
    public virtual bool MayGive(string audience) => true;

    /// <summary>Where tokens come from, for messages.</summary>
    public abstract string Source { get; }

    /// <summary>The service that issues the tokens, taken from the job's environment; null if the environment names none.</summary>
    public virtual Uri? TokenService => null;

    protected CiJob Job => job;

    /// <summary>Returns a validated identity token for <paramref name="audience"/>.</summary>
    /// <exception cref="PublishException">The job may not request one, or the response is not one.</exception>
    public async Task<IdentityToken> IdentifyAsync(string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var token = await RequestAsync(audience, progress, cancellationToken);
        job.OnSecret?.Invoke(token);
        return IdentityToken.Read(token, audience, this, job.Time.GetUtcNow());
    }

    protected abstract Task<Secret> RequestAsync(string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Sends a request to the system's token service, with retries, and returns the successful response.</summary>
    protected async Task<HttpResponse> AskAsync(
        HttpClient http, Func<HttpRequestMessage> build, Uri url, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var answer = await HttpRetry.Pipeline(job.Time, "identity token", progress).ExecuteAsync(
            async token =>
            {
                using var request = build();
                return await http.AskAsync(request, HttpClients.ShortDeadline, job.Time, token);
            },
            cancellationToken);
        return answer.Status is { } status && (int)status is >= 200 and < 300 ? answer : throw IdentityFailures.IdentityUnavailable(Name, Redacted.Url(url), answer);
    }
}

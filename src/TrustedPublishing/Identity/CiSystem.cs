using TrustedPublishing.Http;
using TrustedPublishing.Output;

namespace TrustedPublishing.Identity;

/// <summary>
/// A CI system that issues identity tokens to its jobs. Each system's <c>TryCreate</c> decides from the environment alone whether the job runs
/// there: it returns null if not, and throws only if the job runs there but cannot get a token.
/// </summary>
internal abstract class CiSystem(PublishOptions options)
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

    protected PublishOptions Options => options;

    /// <summary>Returns a validated identity token for <paramref name="audience"/>.</summary>
    /// <exception cref="PublishException">The job may not request one, or the response is not one.</exception>
    public async Task<IdentityToken> IdentifyAsync(string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var token = await RequestAsync(audience, progress, cancellationToken);
        options.OnSecret?.Invoke(token);
        return IdentityToken.Read(token, audience, this, options.Time.GetUtcNow());
    }

    protected abstract Task<Secret> RequestAsync(string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Sends a request to the system's token service, with retries, and returns the successful response.</summary>
    protected async Task<HttpResponse> AskAsync(
        HttpClient http, Func<HttpRequestMessage> build, Uri url, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var answer = await HttpRetry.Pipeline(options.Time, "identity token", progress).ExecuteAsync(
            async token =>
            {
                using var request = build();
                return await http.AskAsync(request, HttpClients.ShortDeadline, options.Time, token);
            },
            cancellationToken);
        return answer.Status is { } status && (int)status is >= 200 and < 300 ? answer : throw IdentityFailures.IdentityUnavailable(Name, Redacted.Url(url), answer);
    }

    /// <summary>The value of a variable, or null if it is unset or empty.</summary>
    protected string? Variable(string name) => Variable(options, name);

    protected static string? Variable(PublishOptions options, string name) =>
        options.Environment.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>CI systems set exactly <c>true</c>; values that people set by hand (<c>1</c>, <c>TRUE</c>, <c>yes</c>) do not count.</summary>
    protected static bool IsOn(PublishOptions options, string name) => Variable(options, name) == "true";
}

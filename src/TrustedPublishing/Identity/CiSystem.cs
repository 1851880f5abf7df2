using TrustedPublishing.Http;
using TrustedPublishing.Output;

namespace TrustedPublishing.Identity;

/// <summary>
/// A CI system that vouches for its jobs. Whether the job runs there is answered by each system's <c>TryCreate</c> from the environment
/// alone: "not here" is null, and only "here, and it failed" is an exception.
/// </summary>
internal abstract class CiSystem(PublishOptions options)
{
    /// <summary>As it is called in messages.</summary>
    public abstract string Name { get; }

    /// <summary>Whether each request gives a new token. A token is exchanged once, so where there is only one there is only one attempt.</summary>
    public virtual bool GivesFreshTokens => true;

    /// <summary>Whether PyPI and TestPyPI know its tokens (<see href="https://docs.pypi.org/trusted-publishers/adding-a-publisher/"/>).</summary>
    public virtual bool AcceptedByPyPI => true;

    /// <summary>Whether a token for this audience may be had at all, as far as it shows without asking.</summary>
    public virtual bool MayGive(string audience) => true;

    /// <summary>Where tokens come from, for messages.</summary>
    public abstract string Source { get; }

    /// <summary>The service that issues the tokens, as the job's environment names it; null when it names none.</summary>
    public virtual Uri? TokenService => null;

    protected PublishOptions Options => options;

    /// <summary>An identity token for <paramref name="audience"/>, checked.</summary>
    /// <exception cref="PublishException">The job may not have one, or what came is not one.</exception>
    public async Task<IdentityToken> IdentifyAsync(string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var token = await RequestAsync(audience, progress, cancellationToken);
        options.OnSecret?.Invoke(token);
        return IdentityToken.Read(token, audience, this, options.Time.GetUtcNow());
    }

    protected abstract Task<Secret> RequestAsync(string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken);

    /// <summary>One successful answer of the system's token service, after as many tries as it takes.</summary>
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

    /// <summary>The value of a variable, or null when it is not set or empty.</summary>
    protected string? Variable(string name) => Variable(options, name);

    protected static string? Variable(PublishOptions options, string name) =>
        options.Environment.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>CI systems announce themselves by exactly <c>true</c>; what people set by hand (<c>1</c>, <c>TRUE</c>, <c>yes</c>) does not count.</summary>
    protected static bool IsOn(PublishOptions options, string name) => Variable(options, name) == "true";
}

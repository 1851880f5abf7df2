using System.Net.Http.Headers;
using System.Text.Json;
using TrustedPublishing.Http;
using TrustedPublishing.Output;

namespace TrustedPublishing.Identity;

/// <summary>
/// GitHub Actions: the runner's token endpoint, whose URL and request token exist only in jobs with <c>id-token: write</c>
/// (<see href="https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect"/>).
/// </summary>
internal sealed class GitHubActions(CiJob job, HttpClient http) : CiSystem(job)
{
    public const string UrlVariable = "ACTIONS_ID_TOKEN_REQUEST_URL";

    public const string TokenVariable = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";

    public override string Name => "GitHub Actions";

    public override string Source => TokenService is { } url ? Redacted.Url(url) : UrlVariable;

    public override Uri? TokenService => ForeignUri.OrNull(Job.Variable(UrlVariable));

    public override bool MayGive(string audience) => Job.Variable(TokenVariable) is not null && Job.Variable(UrlVariable) is not null;

    public static GitHubActions? TryCreate(CiJob job, HttpClient http) => job.IsOn("GITHUB_ACTIONS") ? new(job, http) : null;

    protected override async Task<Secret> RequestAsync(string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var requestToken = Secret.From(Job.Variable(TokenVariable));
        if (requestToken is not null)
        {
            Job.OnSecret?.Invoke(requestToken);
        }

        if (requestToken is null || Job.Variable(UrlVariable) is not { } address)
        {
            throw GitHubEvent.IsForkPullRequest(Job.Environment)
                ? IdentityFailures.ForkPullRequest()
                : IdentityFailures.GitHubPermissionMissing(requestToken is null ? TokenVariable : UrlVariable);
        }

        var url = ForeignUri.OrNull(address) is { Scheme: "https" or "http" } parsed
            ? RequestUrl(parsed, audience)
            : throw IdentityFailures.IdentityUnavailable(Name, UrlVariable, "the variable does not contain a valid address");
        return Read(await AskAsync(http, () => Request(url, requestToken), url, progress, cancellationToken)) ?? throw IdentityFailures.IdentityNotGiven(Name, Redacted.Url(url));
    }

    public static HttpRequestMessage Request(Uri url, Secret requestToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("bearer", requestToken.Reveal());
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    /// <summary>
    /// The URL already has a query (<c>?api-version=2.0</c>), so the audience is appended to it. A second <c>?</c> would become part of a value.
    /// </summary>
    public static Uri RequestUrl(Uri url, string audience)
    {
        var others = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.Equals("audience", StringComparison.Ordinal) && !pair.StartsWith("audience=", StringComparison.Ordinal));
        return new($"{url.GetLeftPart(UriPartial.Path)}?{string.Join('&', [.. others, $"audience={Uri.EscapeDataString(audience)}"])}");
    }

    /// <summary>The token in <c>{"value": "…"}</c>, or null if the response has a different form.</summary>
    public static Secret? Read(HttpResponse answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body, IdentityJson.Default.GitHubTokenAnswer)?.Value;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

namespace TrustedPublishing.Nuke.GitHub;

/// <summary>The address and token for GitHub's API.</summary>
/// <param name="Api">The API's root: <c>https://api.github.com</c>, or that of a GitHub Enterprise Server.</param>
/// <param name="Token">A GitHub token.</param>
internal sealed record GitHubAccess(Uri Api, Secret Token)
{
    /// <summary>The given token, or that of the environment; or why GitHub cannot be queried.</summary>
    public static LookupResult<GitHubAccess> Create(PublishOptions options, string? given)
    {
        return options.Publisher is { Provider: PublisherProvider.GitHub } ? CreateForAnyPublisher(options, given) : LookupResult<GitHubAccess>.Not(GitHubTexts.NoPublisher);
    }

    /// <summary>The same, whatever publisher is declared.</summary>
    public static LookupResult<GitHubAccess> CreateForAnyPublisher(PublishOptions options, string? given)
    {
        var environment = options.Environment;
        var token = new[] { given, environment.GetValueOrDefault("GITHUB_TOKEN"), environment.GetValueOrDefault("GH_TOKEN") }.FirstOrDefault(value => !string.IsNullOrEmpty(value));
        if (Secret.From(token) is not { } secret)
        {
            return LookupResult<GitHubAccess>.Not(GitHubTexts.NoToken);
        }

        options.OnSecret?.Invoke(secret);
        var address = environment.GetValueOrDefault("GITHUB_API_URL") is { Length: > 0 } url ? url : "https://api.github.com";
        return Uri.TryCreate(address, UriKind.Absolute, out var api) && (api.Scheme == "https" || (api.Scheme == "http" && api.IsLoopback))
            ? LookupResult<GitHubAccess>.Seen(new(api, secret))
            : LookupResult<GitHubAccess>.Not(GitHubTexts.NotHttps(address));
    }
}

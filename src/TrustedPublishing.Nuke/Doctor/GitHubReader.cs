using System.Text.Json;
using Octokit;
using Octokit.Internal;

namespace TrustedPublishing.Nuke;

/// <summary>Asks GitHub's API. Whatever goes wrong becomes the reason why something was not looked at.</summary>
internal sealed class GitHubReader : IDisposable
{
    private readonly HttpClientAdapter http = new(() => new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) });
    private readonly Connection connection;

    /// <param name="api">The API's root: <c>https://api.github.com</c>, or that of a GitHub Enterprise Server.</param>
    /// <param name="token">What GitHub is asked with.</param>
    /// <param name="deadline">The longest that one answer may take.</param>
    public GitHubReader(Uri api, string token, TimeSpan deadline)
    {
        var root = api.AbsoluteUri.EndsWith('/') ? api : new Uri(api.AbsoluteUri + "/");
        connection = new(new ProductHeaderValue("TrustedPublishing.Nuke"), root, new InMemoryCredentialStore(new Credentials(token)), http, new SimpleJsonSerializer());
        connection.SetRequestTimeout(deadline);
    }

    public async Task<Looked<GitHubRepository>> ReadAsync(TrustedPublisher publisher)
    {
        var repository = $"repos/{Uri.EscapeDataString(publisher.Owner)}/{Uri.EscapeDataString(publisher.Repository)}";
        var answer = await GetAsync(repository, Repository);
        if (answer is not { Value: { } found })
        {
            return answer.WhyNot is null ? Looked<GitHubRepository>.Not("GitHub answered 404: there is no such repository, or the token may not see it.") : answer;
        }

        // a renamed repository answers under its old name with a redirect, which is not worth following for every question
        var canonical = $"repos/{found.FullName}";
        return Looked<GitHubRepository>.Seen(found with
        {
            Workflow = await GetAsync($"{canonical}/contents/.github/workflows/{Uri.EscapeDataString(publisher.Workflow)}", json => json.GetProperty("path").GetString()!),
            Environment = publisher.Environment is { Length: > 0 } environment
                ? await GetAsync($"{canonical}/environments/{Uri.EscapeDataString(environment)}", Environment)
                : found.Environment,
        });
    }

    public void Dispose() => http.Dispose();

    private async Task<Looked<T>> GetAsync<T>(string path, Func<JsonElement, T> read)
        where T : class
    {
        try
        {
            var answer = await connection.Get<object>(new Uri(path, UriKind.Relative), new Dictionary<string, string>());
            using var json = JsonDocument.Parse((string)answer.HttpResponse.Body);
            return Looked<T>.Seen(read(json.RootElement));
        }
        catch (NotFoundException)
        {
            return Looked<T>.Seen(null);
        }
        catch (Exception exception) when (exception is ApiException or HttpRequestException or OperationCanceledException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Looked<T>.Not(Why(exception));
        }
    }

    private static string Why(Exception exception) => exception switch
    {
        RateLimitExceededException limit => $"GitHub's rate limit is used up until {limit.Reset.ToUniversalTime():HH:mm} UTC.",
        ApiException { HttpResponse.StatusCode: (System.Net.HttpStatusCode)429 } or SecondaryRateLimitExceededException or AbuseException => "GitHub asked to slow down: try again later.",
        AuthorizationException => "GitHub answered 401: it does not know the token.",
        ApiException api => $"GitHub answered {(int)api.StatusCode}: the token may not look at this, or GitHub fails. {api.Message}".TrimEnd(),
        OperationCanceledException => "GitHub did not answer in time.",
        HttpRequestException => $"GitHub could not be reached: {exception.Message}",
        _ => "GitHub answered with something that its API does not have.",
    };

    private static GitHubRepository Repository(JsonElement json) => new()
    {
        FullName = json.GetProperty("full_name").GetString()!,
        DefaultBranch = json.GetProperty("default_branch").GetString()!,
        Fork = json.GetProperty("fork").GetBoolean(),
        Archived = json.GetProperty("archived").GetBoolean(),
        Environment = Looked<GitHubEnvironment>.Not("No environment is declared."),
        Workflow = Looked<string>.Not("It was not asked for."),
    };

    private static GitHubEnvironment Environment(JsonElement json) => new(
        json.TryGetProperty("protection_rules", out var rules) && rules.EnumerateArray().Any(rule => rule.GetProperty("type").GetString() == "required_reviewers"),
        json.TryGetProperty("deployment_branch_policy", out var policy) && policy.ValueKind is not JsonValueKind.Null,
        json.TryGetProperty("can_admins_bypass", out var bypass) && bypass.ValueKind is JsonValueKind.True);
}

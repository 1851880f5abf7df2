using System.Text.Json;
using Octokit;

namespace TrustedPublishing.Nuke.GitHub;

/// <summary>Looks at a repository on GitHub. Whatever goes wrong becomes the reason why something was not looked at.</summary>
internal sealed class GitHubReader(GitHubApi api)
{
    /// <summary>The most that GitHub gives at once.</summary>
    private const int PageSize = 100;

    /// <summary>Nobody has more; a server that never comes to an end is not followed for ever.</summary>
    private const int MostPages = 100;

    public async Task<LookupResult<GitHubRepository>> ReadAsync(TrustedPublisher publisher)
    {
        var repository = $"repos/{Uri.EscapeDataString(publisher.Owner)}/{Uri.EscapeDataString(publisher.Repository)}";
        var answer = await GetAsync(repository, GitHubJson.Repository);
        if (answer is not { Value: { } found })
        {
            return answer.WhyNot is null ? LookupResult<GitHubRepository>.Not(GitHubTexts.NoRepository) : answer;
        }

        // a renamed repository answers under its old name with a redirect, which is not worth following for every question
        var canonical = $"repos/{found.FullName}";
        return LookupResult<GitHubRepository>.Seen(found with
        {
            Workflow = await GetAsync($"{canonical}/contents/.github/workflows/{Uri.EscapeDataString(publisher.Workflow)}", json => json.GetProperty("path").GetString()!),
            Environment = publisher.Environment is { Length: > 0 } environment
                ? await EnvironmentAsync(canonical, EnvironmentPath(found, environment))
                : found.Environment,
        });
    }

    public static string EnvironmentPath(GitHubRepository repository, string environment) => $"repos/{repository.FullName}/environments/{Uri.EscapeDataString(environment)}";

    public static string RulesPath(GitHubRepository repository, string environment) => $"{EnvironmentPath(repository, environment)}/deployment-branch-policies";

    private async Task<LookupResult<GitHubEnvironment>> EnvironmentAsync(string repository, string path) => await GetAsync(path, GitHubJson.Environment) switch
    {
        { Value: { Limit: GitHubRefLimit.Rules } environment } => LookupResult<GitHubEnvironment>.Seen(environment with { Rules = await RulesAsync(path) }),
        { WhyNot: null, Value: null } => await NoneAsync(repository),
        var answer => answer,
    };

    /// <summary>GitHub answers 404 also for what the token may not see. Who may see the list of environments sees each of them.</summary>
    private async Task<LookupResult<GitHubEnvironment>> NoneAsync(string repository)
    {
        var list = await GetAsync($"{repository}/environments?per_page=1", json => (object)json.GetProperty("total_count").GetInt32());
        return list.Value is null ? LookupResult<GitHubEnvironment>.Not(list.WhyNot ?? GitHubTexts.NoEnvironments) : LookupResult<GitHubEnvironment>.Seen(null);
    }

    private async Task<LookupResult<IReadOnlyList<GitHubRefRule>>> RulesAsync(string environment)
    {
        List<GitHubRefRule> rules = [];
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = await GetAsync($"{environment}/deployment-branch-policies?per_page={PageSize}&page={page}", json => new Page(GitHubJson.Rules(json)));
            if (answer.Value is not { } read)
            {
                return LookupResult<IReadOnlyList<GitHubRefRule>>.Not(answer.WhyNot ?? "GitHub answered 404 for the rules of branches and tags.");
            }

            rules.AddRange(read.Content.Rules);
            if (read.Content.Rules.Count == 0 || rules.Count >= read.Content.Total)
            {
                return LookupResult<IReadOnlyList<GitHubRefRule>>.Seen(rules);
            }
        }

        return LookupResult<IReadOnlyList<GitHubRefRule>>.Not($"GitHub's list of rules has more than {MostPages} pages.");
    }

    private async Task<LookupResult<T>> GetAsync<T>(string path, Func<JsonElement, T> read)
        where T : class
    {
        try
        {
            return LookupResult<T>.Seen(read(await api.GetAsync(path)));
        }
        catch (NotFoundException)
        {
            return LookupResult<T>.Seen(null);
        }
        catch (Exception exception) when (GitHubTexts.AreOf(exception))
        {
            return LookupResult<T>.Not(GitHubTexts.Why(exception));
        }
    }

    private sealed record Page((IReadOnlyList<GitHubRefRule> Rules, int Total) Content);
}

using System.Text.Json;
using Octokit;

namespace TrustedPublishing.Nuke.GitHub;

/// <summary>Reads a repository on GitHub. If a request fails, the result is the reason.</summary>
internal sealed class GitHubReader(GitHubApi api)
{
    /// <summary>GitHub's maximum page size.</summary>
    private const int PageSize = 100;

    /// <summary>No repository has more; this also stops reading from a server that never ends.</summary>
    private const int MostPages = 100;

    public async Task<LookupResult<GitHubRepository>> ReadAsync(TrustedPublisher publisher)
    {
        var answer = await AskAsync(async () => Described(await api.Client.Repository.Get(publisher.Owner, publisher.Repository)));
        if (answer is not { Value: { } found })
        {
            return answer.WhyNot is null ? LookupResult<GitHubRepository>.Not(GitHubTexts.NoRepository) : answer;
        }

        // a renamed repository redirects its old name, which would cost an extra request for every call
        var canonical = $"repos/{found.FullName}";
        return LookupResult<GitHubRepository>.Seen(found with
        {
            Workflow = await GetAsync($"{canonical}/contents/.github/workflows/{Uri.EscapeDataString(publisher.Workflow)}", json => json.GetProperty("path").GetString()!),
            Environment = publisher.Environment is { Length: > 0 } environment
                ? await EnvironmentAsync(found, EnvironmentPath(found, environment))
                : found.Environment,
        });
    }

    public static string EnvironmentPath(GitHubRepository repository, string environment) => $"repos/{repository.FullName}/environments/{Uri.EscapeDataString(environment)}";

    public static string RulesPath(GitHubRepository repository, string environment) => $"{EnvironmentPath(repository, environment)}/deployment-branch-policies";

    /// <exception cref="FormatException">It is not a GitHub response.</exception>
    private static GitHubRepository Described(Repository? answer) => answer is not { FullName: { Length: > 0 } name, DefaultBranch: { Length: > 0 } branch } ? throw new FormatException() : new GitHubRepository
    {
        FullName = name,
        DefaultBranch = branch,
        Fork = answer.Fork,
        Archived = answer.Archived,
        Environment = LookupResult<GitHubEnvironment>.Not("No environment is declared."),
        Workflow = LookupResult<string>.Not("It was not asked for."),
    };

    private async Task<LookupResult<GitHubEnvironment>> EnvironmentAsync(GitHubRepository repository, string path) => await GetAsync(path, GitHubJson.Environment) switch
    {
        { Value: { Limit: GitHubRefLimit.Rules } environment } => LookupResult<GitHubEnvironment>.Seen(environment with { Rules = await RulesAsync(path) }),
        { WhyNot: null, Value: null } => await NoneAsync(repository),
        var answer => answer,
    };

    /// <summary>GitHub also responds with 404 for what the token may not see. A token that may list environments can see each of them.</summary>
    private async Task<LookupResult<GitHubEnvironment>> NoneAsync(GitHubRepository repository)
    {
        var parts = repository.FullName.Split('/', 2);
        var list = await AskAsync(() => api.Client.Repository.Environment.GetAll(parts[0], parts[^1], new() { PageSize = 1, PageCount = 1 }));
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

    /// <summary>For calls for which Octokit has no client: single environments, their rules, and a file without its folder's listing.</summary>
    private Task<LookupResult<T>> GetAsync<T>(string path, Func<JsonElement, T> read)
        where T : class => AskAsync(async () => read(await api.GetAsync(path)));

    private static async Task<LookupResult<T>> AskAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return LookupResult<T>.Seen(await ask());
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

using System.Text.Json.Nodes;
using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>Sends a plan to GitHub: first the settings, which allow only refs with a rule to deploy, then the rules.</summary>
internal sealed class EnvironmentSender(GitHubApi api, GitHubRepository repository, string name)
{
    private readonly List<string> done = [];

    public async Task SendAsync(EnvironmentPlan plan)
    {
        if (plan.ChangesSettings)
        {
            await SendAsync($"setting up the environment '{name}'", api.PutAsync, GitHubReader.EnvironmentPath(repository, name), EnvironmentRequests.Settings(plan.Wanted));
        }

        foreach (var rule in plan.AddedRules)
        {
            await SendAsync($"adding the rule '{rule}'", api.PostAsync, GitHubReader.RulesPath(repository, name), EnvironmentRequests.Rule(rule));
        }
    }

    private async Task SendAsync(string what, Func<string, JsonObject, Task> send, string path, JsonObject body)
    {
        try
        {
            await send(path, body);
            done.Add(what);
        }
        catch (Exception exception) when (GitHubTexts.AreOf(exception))
        {
            throw new Failure(SetUpTexts.Refused(what, exception, done), exception);
        }
    }
}

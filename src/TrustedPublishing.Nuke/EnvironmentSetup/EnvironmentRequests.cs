using System.Text.Json.Nodes;
using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>The requests to GitHub (<see href="https://docs.github.com/rest/deployments/environments"/>).</summary>
internal static class EnvironmentRequests
{
    /// <summary>All settings, because GitHub resets omitted ones to their defaults.</summary>
    public static JsonObject Settings(GitHubEnvironment environment)
    {
        var body = new JsonObject
        {
            ["wait_timer"] = environment.WaitMinutes,
            ["prevent_self_review"] = environment.PreventsSelfReview,
            ["reviewers"] = new JsonArray([.. environment.Reviewers.Select(reviewer => new JsonObject { ["type"] = reviewer.Type, ["id"] = reviewer.Id })]),
            ["deployment_branch_policy"] = new JsonObject { ["protected_branches"] = false, ["custom_branch_policies"] = true },
        };
        if (environment.AdministratorsBypass is { } bypass)
        {
            body["can_admins_bypass"] = bypass;
        }

        return body;
    }

    public static JsonObject Rule(GitHubRefRule rule) => new() { ["name"] = rule.Pattern, ["type"] = rule.Kind };
}

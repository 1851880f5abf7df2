using System.Text.Json;

namespace TrustedPublishing.Nuke.GitHub;

/// <summary>GitHub responses for which Octokit has no types (<see href="https://docs.github.com/rest/deployments/environments"/>).</summary>
internal static class GitHubJson
{
    /// <summary>An environment without its rules for branches and tags, which GitHub lists separately.</summary>
    public static GitHubEnvironment Environment(JsonElement json)
    {
        var protection = json.TryGetProperty("protection_rules", out var rules) ? rules.EnumerateArray().ToList() : [];
        var review = protection.Where(rule => Type(rule) == "required_reviewers").ToList();
        return new()
        {
            Reviewers = [.. review.SelectMany(rule => rule.GetProperty("reviewers").EnumerateArray()).Select(Reviewer)],
            PreventsSelfReview = review.Exists(rule => Is(rule, "prevent_self_review")),
            WaitMinutes = protection.Where(rule => Type(rule) == "wait_timer").Select(rule => rule.GetProperty("wait_timer").GetInt32()).FirstOrDefault(),
            Limit = Limit(json),
            Rules = LookupResult<IReadOnlyList<GitHubRefRule>>.Seen([]),
            AdministratorsBypass = json.TryGetProperty("can_admins_bypass", out var bypass) && bypass.ValueKind is JsonValueKind.True or JsonValueKind.False ? bypass.GetBoolean() : null,
        };
    }

    /// <summary>One page of an environment's rules, and the total number of rules.</summary>
    public static (IReadOnlyList<GitHubRefRule> Rules, int Total) Rules(JsonElement json) =>
    (
        [.. json.GetProperty("branch_policies").EnumerateArray().Select(rule => new GitHubRefRule(RuleKind(rule), rule.GetProperty("name").GetString()!))],
        json.GetProperty("total_count").GetInt32());

    private static GitHubRefLimit Limit(JsonElement json) =>
        !json.TryGetProperty("deployment_branch_policy", out var policy) || policy.ValueKind is JsonValueKind.Null ? GitHubRefLimit.None
        : Is(policy, "protected_branches") ? GitHubRefLimit.ProtectedBranches
        : GitHubRefLimit.Rules;

    private static GitHubReviewer Reviewer(JsonElement json)
    {
        var (type, reviewer) = (Type(json), json.GetProperty("reviewer"));
        return new(type, reviewer.GetProperty("id").GetInt64(), reviewer.GetProperty(type == "User" ? "login" : "slug").GetString()!);
    }

    /// <summary>Servers that do not support rules for tags yet give no type.</summary>
    private static string RuleKind(JsonElement rule) => rule.TryGetProperty("type", out var type) && type.GetString() is { } kind ? kind : GitHubRefRule.Branch;

    private static string Type(JsonElement json) => json.GetProperty("type").GetString()!;

    private static bool Is(JsonElement json, string property) => json.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.True;
}

using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>Converts tag patterns of a workflow to rules of an environment, whose syntax has neither <c>**</c> nor quantifiers.</summary>
internal static class TagRules
{
    /// <summary>
    /// What must be able to deploy: the tags that start the declared workflow, or <c>v*</c> if it names none. TestPyPI's own environment is for
    /// manually started runs, which run on the default branch.
    /// </summary>
    public static IReadOnlyList<GitHubRefRule> Create(IReadOnlyList<string> patterns, bool isForRunsByHand, string defaultBranch) =>
        [.. FromPatterns(patterns), .. isForRunsByHand ? [new(GitHubRefRule.Branch, defaultBranch)] : (GitHubRefRule[])[]];

    public static IReadOnlyList<GitHubRefRule> FromPatterns(IEnumerable<string> patterns)
    {
        GitHubRefRule[] rules = [.. patterns.Where(pattern => !TagPatterns.IsNegative(pattern)).Select(pattern => RefPattern.OfTrigger(pattern).EnvironmentRule).Distinct().Select(rule => new GitHubRefRule(GitHubRefRule.Tag, rule))];
        return rules.Length > 0 ? rules : [new(GitHubRefRule.Tag, "v*")];
    }
}

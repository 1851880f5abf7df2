using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>Converts tag patterns of a workflow to rules of an environment, whose syntax has neither <c>**</c> nor quantifiers.</summary>
internal static class TagRules
{
    public static IReadOnlyList<GitHubRefRule> FromPatterns(IEnumerable<string> patterns)
    {
        GitHubRefRule[] rules = [.. patterns.Where(pattern => !TagPatterns.IsNegative(pattern)).Select(pattern => RefPattern.OfTrigger(pattern).EnvironmentRule).Distinct().Select(rule => new GitHubRefRule(GitHubRefRule.Tag, rule))];
        return rules.Length > 0 ? rules : [new(GitHubRefRule.Tag, "v*")];
    }
}

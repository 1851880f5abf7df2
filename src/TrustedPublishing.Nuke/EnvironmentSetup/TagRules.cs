using System.Text.RegularExpressions;
using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>Patterns of tags as a workflow has them → rules of an environment, whose dialect has neither <c>**</c> nor quantifiers.</summary>
internal static partial class TagRules
{
    public static IReadOnlyList<GitHubRefRule> Of(IEnumerable<string> patterns)
    {
        GitHubRefRule[] rules = [.. patterns.Where(pattern => !pattern.StartsWith('!')).Select(Translate).Distinct().Select(pattern => new GitHubRefRule(GitHubRefRule.Tag, pattern))];
        return rules.Length > 0 ? rules : [new(GitHubRefRule.Tag, "v*")];
    }

    /// <summary>The narrowest pattern that takes all that the trigger takes, slashes apart.</summary>
    private static string Translate(string pattern) => Stars().Replace(Quantified().Replace(pattern, match => match.Value.EndsWith('+') ? match.Value[..^1] + "*" : "*"), "*");

    [GeneratedRegex(@"(?:\[[^\]]*\]|\\.|[^\\])[?+]")]
    private static partial Regex Quantified();

    [GeneratedRegex(@"\*{2,}")]
    private static partial Regex Stars();
}

namespace TrustedPublishing.Nuke.GitHub;

/// <summary>A rule that allows branches or tags to deploy; or the trigger of a workflow in the same terms.</summary>
/// <param name="Kind"><c>branch</c> or <c>tag</c>: a rule applies to one of them.</param>
/// <param name="Pattern">The pattern of their names.</param>
internal sealed record GitHubRefRule(string Kind, string Pattern)
{
    public const string Branch = "branch";

    public const string Tag = "tag";

    /// <summary>Whether it allows every branch, or nearly every one, to deploy.</summary>
    public bool IsEveryBranch => Kind == Branch && Pattern.Length > 0 && Pattern.All(c => c is '*' or '/');

    /// <summary>Whether the pattern is short enough to be compared with others.</summary>
    public bool IsComparable => Pattern.Length <= RefPattern.Longest;

    /// <summary>Whether it allows a ref that starts the workflow to deploy. Assumes nothing about patterns that cannot be compared.</summary>
    public bool Lets(GitHubRefRule trigger) =>
        Kind == trigger.Kind && IsComparable && trigger.IsComparable && RefPattern.OfRule(Pattern).Overlaps(RefPattern.OfTrigger(trigger.Pattern));

    public override string ToString() => Pattern == "**" ? $"any {Kind}" : IsComparable ? $"{Kind} {Pattern}" : $"a {Kind} pattern of {Pattern.Length} characters";
}

namespace TrustedPublishing.Nuke.GitHub;

/// <summary>A rule that lets branches or tags deploy; or what starts a workflow, in the same terms.</summary>
/// <param name="Kind"><c>branch</c> or <c>tag</c>: a rule is for one of them.</param>
/// <param name="Pattern">The pattern of their names.</param>
internal sealed record GitHubRefRule(string Kind, string Pattern)
{
    public const string Branch = "branch";

    public const string Tag = "tag";

    /// <summary>Whether it lets every branch, or nearly every one, deploy.</summary>
    public bool IsEveryBranch => Kind == Branch && Pattern.Length > 0 && Pattern.All(c => c is '*' or '/');

    /// <summary>Whether the pattern is short enough to be compared with others.</summary>
    public bool IsComparable => Pattern.Length <= RefPattern.Longest;

    /// <summary>Whether it lets something deploy that starts the workflow. Nothing is known of patterns that cannot be compared.</summary>
    public bool Lets(GitHubRefRule trigger) =>
        Kind == trigger.Kind && IsComparable && trigger.IsComparable && RefPattern.OfRule(Pattern).Overlaps(RefPattern.OfTrigger(trigger.Pattern));

    public override string ToString() => Pattern == "**" ? $"any {Kind}" : IsComparable ? $"{Kind} {Pattern}" : $"a {Kind} pattern of {Pattern.Length} characters";
}

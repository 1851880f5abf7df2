using TrustedPublishing.Nuke.GitHub;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>The branches and tags for which a workflow starts automatically. A manually started run can be for any.</summary>
internal static class WorkflowTriggerRefs
{
    public static IReadOnlyList<GitHubRefRule> Read(WorkflowFile? file)
    {
        var on = file?.Root.Find("on");
        var push = on.Find("push");
        return
        [
            .. Patterns(GitHubRefRule.Tag, push.Find("tags")),
            .. Patterns(GitHubRefRule.Branch, push.Find("branches")),
            .. on.HasTrigger("release") && push.Find("tags") is null ? (GitHubRefRule[])[new(GitHubRefRule.Tag, "**")] : [],
        ];
    }

    /// <summary>A pattern that starts with <c>!</c> excludes matches of the preceding ones.</summary>
    private static IEnumerable<GitHubRefRule> Patterns(string kind, YamlNode? node) =>
        node.Items().Append(node).Select(item => item.Scalar()).OfType<string>().Where(pattern => !pattern.StartsWith('!')).Select(pattern => new GitHubRefRule(kind, pattern));
}

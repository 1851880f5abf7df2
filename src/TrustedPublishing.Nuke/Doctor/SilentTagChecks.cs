using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>
/// Workflows that create tags or releases with their own <c>GITHUB_TOKEN</c>: actions taken with that token start no workflow (docs.github.com,
/// triggering a workflow), so a release that waits for the tag never starts.
/// </summary>
internal static partial class SilentTagChecks
{
    public static IEnumerable<DoctorCheck> Run(DoctorFacts facts)
    {
        var declared = facts.Workflows.FirstOrDefault(file => file.Name == facts.Publisher?.Workflow);
        if (declared is null || !WaitsForTags(declared.Root.Find("on")))
        {
            yield break;
        }

        foreach (var (file, step) in facts.Workflows.Where(file => file != declared).SelectMany(file => Steps(file).Where(MakesTags).Take(1).Select(step => (file, step))))
        {
            yield return DoctorCheck.Warning(
                file.Name,
                $"'{Shown(step)}' creates tags or releases with the workflow's own GITHUB_TOKEN. Events caused by this token start no workflows, so {declared.Name} does not run for them.",
                "Use the token of a GitHub App or a personal access token, or let the step start the release itself ('gh workflow run', with OnWorkflowDispatch = true).");
        }
    }

    private static bool WaitsForTags(YamlNode? on) => on.Find("push").Find("tags") is not null || on.HasTrigger("release");

    private static IEnumerable<YamlNode> Steps(WorkflowFile file) => file.Root.Find("jobs").Pairs().SelectMany(job => job.Value.Find("steps").Items());

    private static bool MakesTags(YamlNode step) =>
        (Actions().IsMatch(step.Find("uses").Scalar() ?? "") || Commands().IsMatch(step.Find("run").Scalar() ?? "")) && !HasOtherToken(step);

    /// <summary>Any secret other than the workflow's own token counts.</summary>
    private static bool HasOtherToken(YamlNode step) =>
        step.Find("with").Pairs().Concat(step.Find("env").Pairs()).Select(pair => pair.Value.Scalar()).OfType<string>().Any(value => OtherToken().IsMatch(value));

    private static string Shown(YamlNode step) => step.Find("uses").Scalar() ?? (step.Find("run").Scalar() ?? "").Trim().Split('\n')[0];

    [GeneratedRegex(@"^(?:googleapis|google-github-actions)/release-please-action@|^cycjimmy/semantic-release-action@|^softprops/action-gh-release@|^ncipollo/release-action@|^changesets/action@|^python-semantic-release/python-semantic-release@|^mathieudutour/github-tag-action@|^anothrNick/github-tag-action@")]
    private static partial Regex Actions();

    [GeneratedRegex(@"\bsemantic-release\b|\brelease-please\b|\bgh\s+release\s+create\b|\bgit\s+push\b[^\n]*(?:--tags|--follow-tags|refs/tags/|\s(?:origin|upstream)\s+[""']?v)")]
    private static partial Regex Commands();

    [GeneratedRegex(@"\$\{\{[^}]*(?:secrets\.(?!GITHUB_TOKEN\b)\w+|steps\.[\w-]+\.outputs\.\w*token)", RegexOptions.IgnoreCase)]
    private static partial Regex OtherToken();
}

using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>Checks of a publishing workflow as a whole.</summary>
internal static partial class WorkflowFileChecks
{
    public static IEnumerable<DoctorCheck> Run(string file, YamlMappingNode root, WorkflowJobFacts[] jobs, WorkflowJobFacts[] publishing)
    {
        var on = root.Find("on");
        if (on.HasTrigger("pull_request_target"))
        {
            yield return DoctorCheck.Error(file, "It runs on pull_request_target, whose identity tokens PyPI rejects.", "Trigger it with tags, releases or workflow_dispatch.");
        }

        if (on.HasTrigger("workflow_call"))
        {
            yield return DoctorCheck.Error(file, "It is a reusable workflow (workflow_call) that publishes, which PyPI does not support.", "Publish from a job in the workflow that is triggered, and register that file.");
        }

        if (publishing.Length == 0)
        {
            yield return Silent(file, jobs);
        }

        if (GrantsIdentity(root.Find("permissions")))
        {
            yield return DoctorCheck.Warning(file, "id-token: write is set at workflow level: every job can request an identity token.", "Write 'permissions: {}' at workflow level and 'id-token: write' in the publishing job.");
        }

        var unpinned = jobs.SelectMany(job => job.Actions).Distinct().Where(action => !IsPinned(action)).ToArray();
        if (unpinned.Length > 0)
        {
            yield return DoctorCheck.Warning(file, $"Not pinned to a commit: {string.Join(", ", unpinned)}.", "Write owner/name@ followed by the 40 digits of a commit: a tag can be moved to different code.");
        }
    }

    public static bool GrantsIdentity(YamlNode? permissions) => permissions.Scalar() == "write-all" || permissions.Find("id-token").Scalar() == "write";

    private static DoctorCheck Silent(string file, WorkflowJobFacts[] jobs) => jobs.FirstOrDefault(job => job.Calls is not null) is { } caller
        ? DoctorCheck.Error(file, $"Job '{caller.Name}' calls the workflow {caller.Calls}: publishing from a reusable workflow is not supported by PyPI.", "Publish in a job of this file.")
        : DoctorCheck.Warning(file, "It is the declared workflow, but no job in it appears to publish.", "Check that it runs the target Publish, and that the publisher is declared with the right file.");

    private static bool IsPinned(string action) =>
        action.StartsWith("./", StringComparison.Ordinal) || Commit().IsMatch(action) || action.Contains("@sha256:", StringComparison.Ordinal);

    [GeneratedRegex("@[0-9a-f]{40}$")]
    private static partial Regex Commit();
}

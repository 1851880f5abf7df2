using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>Checks of a job that publishes.</summary>
internal static class PublishJobChecks
{
    public static IEnumerable<DoctorCheck> Run(string file, YamlMappingNode root, WorkflowJobFacts job, TrustedPublisher? publisher)
    {
        if (!WorkflowFileChecks.GrantsIdentity(job.Permissions ?? root.Find("permissions")))
        {
            yield return DoctorCheck.Error(file, $"Job '{job.Name}' publishes without permission to request an identity token.", "Add to the job: 'permissions:' with 'id-token: write'.");
        }

        if (job.Builds || job.ChecksOut)
        {
            yield return DoctorCheck.Warning(
                file,
                $"Job '{job.Name}' publishes and also {(job.Builds ? "builds" : "checks out sources")}: everything that runs there can read the identity token.",
                "Build in a separate job without id-token, and hand over the distributions.");
        }

        if (job.Caches)
        {
            yield return DoctorCheck.Warning(file, $"Job '{job.Name}' publishes and uses a cache, which other jobs can write to.", "Remove the cache from this job.");
        }

        if (publisher?.Environment is { Length: > 0 } declared && !Names(job.Environment, declared))
        {
            yield return DoctorCheck.Error(
                file,
                $"Job '{job.Name}' runs in {(job.Environment is { } actual ? $"the environment '{actual}'" : "no environment")}, the declared publisher has '{declared}'.",
                $"Write 'environment: {declared}' in the job, or declare and register the other one.");
        }
    }

    /// <summary>
    /// Whether another job of the workflow uses the declared environment, and this one publishes to another index from its own environment.
    /// </summary>
    public static bool IsElsewhere(WorkflowJobFacts job, IEnumerable<WorkflowJobFacts> publishing, TrustedPublisher? publisher) =>
        publisher?.Environment is { Length: > 0 } declared && job.Environment is not null && !Names(job.Environment, declared) && publishing.Any(other => Names(other.Environment, declared));

    /// <summary>GitHub and PyPI compare environments case-insensitively. Of an expression, only the words in it are known.</summary>
    private static bool Names(string? environment, string declared) =>
        string.Equals(environment, declared, StringComparison.OrdinalIgnoreCase)
        || (environment?.Contains("${{", StringComparison.Ordinal) == true && environment.Contains($"'{declared}'", StringComparison.OrdinalIgnoreCase));
}

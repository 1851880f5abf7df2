namespace TrustedPublishing.Nuke.Doctor;

/// <summary>Checks the workflows in the repository that publish, whether written by hand or generated.</summary>
internal static class WorkflowChecks
{
    public static IEnumerable<DoctorCheck> Run(DoctorFacts facts)
    {
        if (facts.Publisher is { Provider: PublisherProvider.GitHub } publisher && facts.Workflows.All(file => file.Name != publisher.Workflow))
        {
            yield return DoctorCheck.Error(
                publisher.Workflow,
                $"The declared workflow is not in .github/workflows{Others(facts)}.",
                "Run the build once locally, which writes the file, and commit it; or register the publisher with the existing file.");
        }

        foreach (var check in facts.Workflows.SelectMany(file => CheckFile(file, facts.Publisher)).Concat(SilentTagChecks.Run(facts)))
        {
            yield return check;
        }
    }

    private static DoctorCheck[] CheckFile(WorkflowFile file, TrustedPublisher? publisher)
    {
        if (file.Root is not { } root)
        {
            return [DoctorCheck.Error(file.Name, $"It cannot be read: {file.Problem}.", "Correct the YAML: GitHub cannot run it either.")];
        }

        var jobs = WorkflowJobFacts.ReadAll(root).ToArray();
        var publishing = jobs.Where(job => job.Publishes).ToArray();
        var declared = file.Name == publisher?.Workflow;
        if (publishing.Length == 0 && !declared)
        {
            return [];
        }

        DoctorCheck[] found =
        [
            .. WorkflowFileChecks.Run(file.Name, root, jobs, publishing),
            .. publishing.SelectMany(job => PublishJobChecks.Run(file.Name, root, job, declared && !PublishJobChecks.IsElsewhere(job, publishing, publisher) ? publisher : null)),
        ];
        return found.Length > 0 ? found : [DoctorCheck.Ok(file.Name, $"{string.Join(", ", publishing.Select(job => $"job '{job.Name}'"))} may ask for an identity token, and only publishes")];
    }

    private static string Others(DoctorFacts facts) =>
        facts.Workflows.Count == 0 ? ", which is empty or missing" : $", which has {string.Join(", ", facts.Workflows.Select(file => file.Name))}";
}

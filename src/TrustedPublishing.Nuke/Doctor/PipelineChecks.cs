using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>The declared pipeline of GitLab, written by hand or generated.</summary>
internal static class PipelineChecks
{
    public static IEnumerable<DoctorCheck> Of(DoctorFacts facts) => facts.Publisher switch
    {
        not { Provider: PublisherProvider.GitLab } => [],
        var publisher => [Of(publisher, facts.Pipeline)],
    };

    private static DoctorCheck Of(TrustedPublisher publisher, WorkflowFile? pipeline)
    {
        if (pipeline is null)
        {
            return DoctorCheck.Error(publisher.Workflow, "The declared pipeline file is not in the repository.", "Run the build once locally, which writes the file, and commit it; or register the publisher with the file that there is.");
        }

        if (pipeline.Root is not { } root)
        {
            return DoctorCheck.Error(publisher.Workflow, $"It cannot be read: {pipeline.Problem}.", "Correct the YAML: GitLab does not run it either.");
        }

        var identified = root.Pairs().Where(job => job.Value.Find("id_tokens").Pairs().Any()).ToList();
        return identified.Count > 0 ? Environment(publisher, identified)
            : root.Find("include") is not null ? DoctorCheck.NotChecked(publisher.Workflow, "It includes other files, in which the publishing job may stand.")
            : DoctorCheck.Error(publisher.Workflow, "No job in it gets an identity token.", "Add to the publishing job: 'id_tokens:' with 'PYPI_ID_TOKEN: {aud: pypi}' (testpypi for TestPyPI).");
    }

    /// <summary>Of GitLab, PyPI compares environments with case. Of a variable in one, nothing is known.</summary>
    private static DoctorCheck Environment(TrustedPublisher publisher, List<(string Key, YamlNode Value)> jobs)
    {
        var names = jobs.ConvertAll(job => job.Value.Find("environment").Scalar() ?? job.Value.Find("environment").Find("name").Scalar());
        return publisher.Environment is not { Length: > 0 } declared || names.Exists(name => name == declared || name?.Contains('$', StringComparison.Ordinal) == true)
            ? DoctorCheck.Ok(publisher.Workflow, $"{string.Join(", ", jobs.Select(job => $"job '{job.Key}'"))} may ask for an identity token")
            : DoctorCheck.Error(
                publisher.Workflow,
                $"No job that gets an identity token runs in the declared environment '{declared}', but in {string.Join(", ", names.Select(name => name is null ? "none" : $"'{name}'").Distinct())}.",
                $"Write 'environment: {declared}' in the publishing job, or declare and register the other one.");
    }
}

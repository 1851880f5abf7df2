using TrustedPublishing.Nuke.Workflow;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>Checks the declared GitLab pipeline, whether written by hand or generated.</summary>
internal static class PipelineChecks
{
    /// <summary>The stages of the generated jobs.</summary>
    private static readonly string[] OurStages = ["build", "deploy"];

    public static IEnumerable<DoctorCheck> Run(DoctorFacts facts) => facts.Publisher switch
    {
        not { Provider: PublisherProvider.GitLab } => [],
        var publisher when facts.IncludedPath is { } path && facts.Pipeline?.Root is { } root => [.. Including(publisher, root, path), CheckPipeline(publisher, facts.Included, path), .. Images(path, facts.Included)],
        var publisher => [CheckPipeline(publisher, facts.Pipeline, publisher.Workflow), .. Images(publisher.Workflow, facts.Pipeline)],
    };

    /// <summary>What the including file needs so that the included jobs can run.</summary>
    private static IEnumerable<DoctorCheck> Including(TrustedPublisher publisher, YamlMappingNode root, string path)
    {
        if (!Mentions(root.Find("include"), path))
        {
            yield return DoctorCheck.Error(publisher.Workflow, $"It does not include {path}, which contains the release.", $"Add 'include: {{ local: {path} }}'.");
        }

        var missing = root.Find("stages") is null ? [] : OurStages.Where(stage => root.Find("stages").Items().All(item => item.Scalar() != stage)).ToArray();
        if (missing.Length > 0)
        {
            yield return DoctorCheck.Error(publisher.Workflow, $"Its stages do not contain {string.Join(" and ", missing.Select(stage => $"'{stage}'"))}, to which jobs of {path} belong: GitLab runs no pipeline at all.", $"Add {string.Join(" and ", missing.Select(stage => $"'{stage}'"))} to 'stages:'.");
        }
    }

    /// <summary>An include is a path, a mapping with <c>local</c>, or a list of these.</summary>
    private static bool Mentions(YamlNode? include, string path) =>
        include.Items().Append(include).Any(item => (item.Scalar() ?? item.Find("local").Scalar())?.TrimStart('/') == path);

    /// <summary>
    /// The tag of an image can be moved to other code, like the tag of an action; this includes the image in which the publisher is compiled.
    /// </summary>
    private static IEnumerable<DoctorCheck> Images(string file, WorkflowFile? pipeline)
    {
        string[] images = [.. (pipeline?.Root.Pairs() ?? []).Where(job => job.Value.Find("id_tokens").Pairs().Any() || job.Key.Split(':')[^1] == CompilePublisherJob.Name).Select(job => job.Value.Find("image").Scalar() ?? job.Value.Find("image").Find("name").Scalar()).OfType<string>()
            .Where(image => !image.Contains("@sha256:", StringComparison.Ordinal) && !image.Contains('$', StringComparison.Ordinal)).Distinct()];
        return images.Length == 0 ? [] :
        [
            DoctorCheck.Warning(
                file, $"The publisher is compiled or runs in {string.Join(", ", images)}: what the tag of an image means can change.",
                $"Pin it: Image and PublishImage take \"{images[0]}@sha256:…\", with the digest shown by 'docker buildx imagetools inspect {images[0]}'."),
        ];
    }

    private static DoctorCheck CheckPipeline(TrustedPublisher publisher, WorkflowFile? pipeline, string file)
    {
        if (pipeline is null)
        {
            return DoctorCheck.Error(file, "The declared pipeline file is not in the repository.", "Run the build once locally, which writes the file, and commit it; or register the publisher with the existing file.");
        }

        if (pipeline.Root is not { } root)
        {
            return DoctorCheck.Error(file, $"It cannot be read: {pipeline.Problem}.", "Correct the YAML: GitLab cannot run it either.");
        }

        var identified = root.Pairs().Where(job => job.Value.Find("id_tokens").Pairs().Any()).ToList();
        return identified.Count > 0 ? Environment(publisher, identified, file)
            : root.Find("include") is not null ? DoctorCheck.NotChecked(file, "It includes other files, which may contain the publishing job.")
            : DoctorCheck.Error(file, "No job in it gets an identity token.", "Add to the publishing job: 'id_tokens:' with 'PYPI_ID_TOKEN: {aud: pypi}' (testpypi for TestPyPI).");
    }

    /// <summary>For GitLab, PyPI compares environments case-sensitively. If the name contains a variable, nothing is known.</summary>
    private static DoctorCheck Environment(TrustedPublisher publisher, List<(string Key, YamlNode Value)> jobs, string file)
    {
        var names = jobs.ConvertAll(job => job.Value.Find("environment").Scalar() ?? job.Value.Find("environment").Find("name").Scalar());
        return publisher.Environment is not { Length: > 0 } declared || names.Exists(name => name == declared || name?.Contains('$', StringComparison.Ordinal) == true)
            ? DoctorCheck.Ok(file, $"{string.Join(", ", jobs.Select(job => $"job '{job.Key}'"))} may ask for an identity token")
            : DoctorCheck.Error(
                file,
                $"No job that gets an identity token runs in the declared environment '{declared}', but in {string.Join(", ", names.Select(name => name is null ? "none" : $"'{name}'").Distinct())}.",
                $"Write 'environment: {declared}' in the publishing job, or declare and register the other one.");
    }
}

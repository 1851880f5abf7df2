using TrustedPublishing.Nuke.Composition;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>Whether the repository declares the publisher that must be registered.</summary>
internal static class PublisherChecks
{
    public static IEnumerable<DoctorCheck> Run(DoctorFacts facts)
    {
        yield return facts.Publisher is { } publisher
            ? DoctorCheck.Ok("Declared publisher", Text(publisher))
            : DoctorCheck.Error(
                "Declared publisher",
                "The build declares no workflow, or its repository is unknown.",
                "Put [TrustedPublishingWorkflow(\"release\")] on the build class, and add a git remote 'origin' or give --pypi-repository owner/name.");
        yield return facts.Project is { } project
            ? DoctorCheck.Ok("Python project", facts.Version is { } version ? $"{project} {version}" : $"{project}, whose version is set by the build")
            : Unusable(facts);
        foreach (var (found, change) in CompositionDiagnostics.Check(facts.Targets))
        {
            yield return DoctorCheck.Error("Targets", found, change);
        }

        if (facts.Publisher is { Environment: null or "" })
        {
            yield return DoctorCheck.Warning("Environment", "The publisher names no environment: every job of the workflow can publish.", "Declare an environment and register it.");
        }
    }

    private static DoctorCheck Unusable(DoctorFacts facts) => facts switch
    {
        { HasProjectFile: false } => DoctorCheck.Error(
            "Python project",
            "There is no pyproject.toml where the build expects it.",
            "Run SetUpRelease to create one, or set the folder that contains it: AbsolutePath IHazPythonProject.PythonProject => RootDirectory / \"python\"."),
        { ProjectProblem: { } problem } => DoctorCheck.Error("Python project", problem, "Correct pyproject.toml: Pack would fail with the same message."),
        _ => DoctorCheck.Error("Python project", "pyproject.toml has no valid project name.", "Set a name that PyPI accepts in [project] in pyproject.toml."),
    };

    private static string Text(TrustedPublisher publisher) =>
        $"{publisher.Owner}/{publisher.Repository}, workflow {publisher.Workflow}, environment {(publisher.Environment is { Length: > 0 } name ? name : "(none)")}";
}

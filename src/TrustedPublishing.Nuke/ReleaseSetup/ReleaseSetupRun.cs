using Serilog;
using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.EnvironmentSetup;
using TrustedPublishing.Nuke.Parameters;
using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke.ReleaseSetup;

/// <summary>What the target <c>SetUpRelease</c> does: look, ask, show, ask, write, and say what remains to be done.</summary>
internal static class ReleaseSetupRun
{
    public static async Task ExecuteAsync(ISetUpRelease build)
    {
        var isDeclared = build.GetType().GetCustomAttributes(inherit: true).OfType<IGenerateWorkflow>().Any();
        var facts = Look(build, isDeclared);
        var kind = KindOf(build, facts);
        var files = MissingFiles.Of(facts, kind, NameOf(build, facts));
        Show(files);
        if (files.Count > 0 && IsConfirmed(build))
        {
            foreach (var file in files)
            {
                file.Write(build.RootDirectory);
                Log.Information("Wrote {File:l}", file.Path);
            }
        }

        foreach (var line in ReleaseSetupTexts.Code(kind, isDeclared, Components(build, kind)))
        {
            Log.Information("{Line:l}", line);
        }

        Log.Information(ReleaseSetupTexts.Remaining);
        await DoctorRun.TellAsync(build, Intended(build, build.ConfigurePublish(PublishParameters.Of(build))));
    }

    private static ReleaseSetupFacts Look(ISetUpRelease build, bool isDeclared)
    {
        string root = build.RootDirectory;
        string? Text(string file) => File.Exists(Path.Combine(root, file)) ? File.ReadAllText(Path.Combine(root, file)) : null;
        string Relative(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
        var folder = Relative(build.PythonProject);
        var planned = new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"] };
        IGenerateWorkflow workflow = planned;
        return new()
        {
            ProjectFolder = folder == "." ? "" : $"{folder}/",
            ArtifactsFolder = Relative(build.ArtifactsDirectory),
            HasProjectFile = File.Exists(Path.Combine(build.PythonProject, "pyproject.toml")),
            HasReadme = File.Exists(Path.Combine(build.PythonProject, "README.md")),
            GitIgnore = Text(".gitignore"),
            GitAttributes = Text(".gitattributes"),
            Workflow = isDeclared || Text(workflow.GeneratedFile) is not null ? null : (workflow.GeneratedFile, WorkflowCheck.Text(workflow, RepositoryFacts.Of(build, planned))),
        };
    }

    private static ProjectKind KindOf(ISetUpRelease build, ReleaseSetupFacts facts) =>
        build.SetUpKind is { } given ? Choice.Of<ProjectKind>("--set-up-kind", given)
        : !facts.HasProjectFile && Confirmation.CanAsk ? Choice.Of<ProjectKind>("The answer", Confirmation.Answer(ReleaseSetupTexts.KindQuestion) ?? nameof(ProjectKind.Python))
        : ProjectKind.Python;

    private static string NameOf(ISetUpRelease build, ReleaseSetupFacts facts)
    {
        var usual = GitRemote.Of(build.RootDirectory)?.Name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(build.RootDirectory));
        var clean = string.Concat(usual.Select(character => char.IsAsciiLetterOrDigit(character) || "._-".Contains(character, StringComparison.Ordinal) ? character : '-')).Trim('.', '_', '-');
        var fallback = ProjectName.IsValid(clean) ? clean : "project";
        var name = build.SetUpName ?? (!facts.HasProjectFile && Confirmation.CanAsk ? Confirmation.Answer(ReleaseSetupTexts.NameQuestion(fallback)) : null) ?? fallback;
        return ProjectName.IsValid(name) ? name : throw new Failure(ReleaseSetupTexts.NoName(name));
    }

    private static void Show(IReadOnlyList<MissingFile> files)
    {
        if (files.Count == 0)
        {
            Log.Information(ReleaseSetupTexts.NothingMissing);
        }

        foreach (var file in files)
        {
            Log.Information("{Line:l}", ReleaseSetupTexts.Heading(file));
            foreach (var line in file.Content.Trim('\n').Split('\n'))
            {
                Log.Information("    {Line:l}", line);
            }
        }
    }

    private static bool IsConfirmed(ISetUpRelease build)
    {
        if (build.SetUpConfirm)
        {
            return true;
        }

        var canAsk = Confirmation.CanAsk;
        if (canAsk && Confirmation.Ask(ReleaseSetupTexts.Question))
        {
            return true;
        }

        Log.Information(canAsk ? ReleaseSetupTexts.Declined : ReleaseSetupTexts.NotConfirmed);
        return false;
    }

    /// <summary>Components that a release is better with and the class does not have.</summary>
    private static IReadOnlyList<string> Components(ISetUpRelease build, ProjectKind kind)
    {
        string[] wanted =
        [
            .. kind is ProjectKind.Tool ? ["IPackDotNetTool"] : (string[])[],
            .. kind is ProjectKind.Native ? ["IPackNativeLibrary"] : (string[])[],
            nameof(IRehearsePublish),
            nameof(ICheckWorkflow),
        ];
        return [.. wanted.Except(build.GetType().GetInterfaces().Select(component => component.Name))];
    }

    /// <summary>As if the line with the workflow stood above the class already.</summary>
    private static PublishOptions Intended(ISetUpRelease build, PublishOptions options) =>
        options.Publisher is null && (GitRemote.Parse($"https://given/{build.PypiRepository}") ?? GitRemote.Of(build.RootDirectory)) is { } repository
            ? options with { Publisher = new() { Owner = repository.Owner, Repository = repository.Name, Workflow = "release.yml", Environment = "pypi" } }
            : options;
}

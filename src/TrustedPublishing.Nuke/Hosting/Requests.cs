using TrustedPublishing.LocalSystem;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.EnvironmentSetup;
using TrustedPublishing.Nuke.Parameters;
using TrustedPublishing.Nuke.Rehearsing;
using TrustedPublishing.Nuke.ReleaseSetup;
using TrustedPublishing.Nuke.Reporting;
using TrustedPublishing.Nuke.Workflow;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>Converts a build's parameters and members to the requests for the code of each target.</summary>
internal static class Requests
{
    /// <summary>One release for each index, after the build's <c>ConfigurePublish</c>.</summary>
    public static IReadOnlyList<PublishOptions> Releases(IPublishDistributions build) => [.. PublishParameters.ReadOptions(build).Select(build.ConfigurePublish)];

    /// <summary>The actual release; the ones before it are trials.</summary>
    private static PublishOptions Last(IPublishDistributions build) => Releases(build)[^1];

    public static OutputFile? Report(IPublishDistributions build) => build.PypiReport is { } file ? new("--pypi-report", file) : null;

    /// <summary>Checked as a file in the folder, because an unwritable folder is useless.</summary>
    public static OutputFile? AttestationFolder(IPublishDistributions build) => build.PypiAttestationFolder is { } folder ? new("--pypi-attestation-folder", folder / "attestation") : null;

    public static OutputFile? Report(IDoctor build) => build.DoctorReport is { } file ? new("--doctor-report", file) : null;

    public static RehearsalRequest Rehearsal(IRehearsePublish build, IReadOnlyList<PublishOptions> releases) => new()
    {
        Releases = releases,
        Index = new()
        {
            Port = Choice.Within("--rehearsal-port", build.RehearsalPort, 0, System.Net.IPEndPoint.MaxPort),
            DataDirectory = build.RehearsalData,
            Faults = build.RehearsalFaults is { } script ? RehearsalSetup.Faults(script) : RehearsalFaults.None,
        },
        Command = build.RehearsalCommand,
        Report = Report(build),
        PagesFolder = build.ArtifactsDirectory / "rehearsal",
        OpensPages = build.RehearsalOpen && build.IsLocalBuild,
        Attestations = AttestationFolder(build),
        ProjectFolder = ChosenProject.FolderOf(build),
    };

    public static VerifyRequest Verification(IVerifyDistributions build) =>
        new(PublishParameters.DistributionsOf(build), build.RootDirectory, build.TemporaryDirectory / "verification", build.VerificationCommand);

    public static WorkflowCheckRequest WorkflowCheck(ICheckWorkflow build) => new()
    {
        GitFolder = GitFolder.Find(build.RootDirectory),
        Workflows = BuildDeclarations.Workflows(build),
        ReadFacts = workflow => RepositoryReader.Read(build, workflow),
        UpdatesPins = build.UpdatePins,
        PinCoolDown = TimeSpan.FromDays(Choice.Within("--pin-cool-down", build.PinCoolDown, 0, 365)),
        GitHubToken = (build as IDoctor)?.DoctorGitHubToken,
    };

    /// <summary>One request for each index of a release.</summary>
    public static IReadOnlyList<DoctorRequest> Doctors(IDoctor build) => [.. Releases(build).Select(options => Doctor(build, options))];

    private static DoctorRequest Doctor(IDoctor build, PublishOptions options) => new()
    {
        Options = options,
        ProjectFolder = ChosenProject.FolderOf(build),
        GitFolder = GitFolder.Find(build.RootDirectory),
        Version = build.PythonVersion,
        Claims = build.Claims,
        GitHubToken = build.DoctorGitHubToken,
        Report = Report(build),
        Targets = ComposedTargets.ReadAll(build),
        IsForRunsByHand = BuildDeclarations.Publisher(build).IsForRunsByHand(options),
        Included = BuildDeclarations.Publisher(build).Included(options),
    };

    public static EnvironmentSetupRequest Environment(ISetUpEnvironment build)
    {
        var options = Last(build);
        var publisher = BuildDeclarations.Publisher(build);
        return new()
        {
            Options = options,
            GitHubToken = build.DoctorGitHubToken,
            Reviewers = build.SetUpReviewers ?? [],
            AllowsSelfReview = build.SetUpSelfReview,
            IsConfirmed = build.SetUpConfirm,
            StartsByHand = publisher.StartsByHand(options),
            Tags = publisher.Tags(options),
            IsForRunsByHand = publisher.IsForRunsByHand(options),
        };
    }

    public static ReleaseSetupRequest ReleaseSetup(ISetUpRelease build)
    {
        var isDeclared = BuildDeclarations.Workflows(build).Count > 0;
        return new()
        {
            Facts = Facts(build, isDeclared),
            Kind = build.SetUpKind,
            Name = build.SetUpName,
            IsConfirmed = build.SetUpConfirm,
            IsDeclared = isDeclared,
            Components = [.. build.GetType().GetInterfaces().Select(component => component.Name)],
            Doctor = Doctor(build, Intended(build, Last(build))),
        };
    }

    private static ReleaseSetupFacts Facts(ISetUpRelease build, bool isDeclared)
    {
        string root = build.RootDirectory;
        string? Text(string file) => RegularFile.ReadTextIfAny(Path.Combine(root, file));
        string Relative(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
        var project = ChosenProject.FolderOf(build);
        var planned = new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"] };
        IGenerateWorkflow workflow = planned;
        var file = Relative(Path.Combine(GitFolder.Find(root), workflow.GeneratedFile));
        return new()
        {
            ProjectFolder = Relative(project) is var folder and not "." ? $"{folder}/" : "",
            ArtifactsFolder = Relative(build.ArtifactsDirectory),
            HasProjectFile = File.Exists(Path.Combine(project, "pyproject.toml")),
            HasReadme = File.Exists(Path.Combine(project, "README.md")),
            GitIgnore = Text(".gitignore"),
            GitAttributes = Text(".gitattributes"),
            Workflow = isDeclared || Text(file) is not null ? null : (file, YamlWriter.Text(workflow.Generate(RepositoryReader.Read(build, planned)))),
        };
    }

    /// <summary>The options as if the workflow attribute had already been added to the class.</summary>
    private static PublishOptions Intended(ISetUpRelease build, PublishOptions options) =>
        options.Publisher is null && (GitRemote.Parse($"https://given/{build.PypiRepository}") ?? GitRemote.Read(build.RootDirectory)) is { } repository
            ? options with { Publisher = new() { Owner = repository.Owner, Repository = repository.Name, Workflow = "release.yml", Environment = "pypi" } }
            : options;
}

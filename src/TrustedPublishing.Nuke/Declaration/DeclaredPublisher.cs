using TrustedPublishing.Nuke.Parameters;

namespace TrustedPublishing.Nuke.Declaration;

/// <summary>The trusted publisher that a build declares with its workflow attribute, in the repository of its git remote.</summary>
internal sealed record DeclaredPublisher
{
    /// <summary>The environment of manually started runs for TestPyPI, and that index's name.</summary>
    public const string TestPyPI = "testpypi";

    /// <summary>The attributes of the build that write workflows.</summary>
    public required IReadOnlyList<IDeclarePublisher> Declarations { get; init; }

    /// <summary>The project that was chosen for this run, as a declaration names it; null for the build's own.</summary>
    public required string? Project { get; init; }

    /// <summary>The repository that was given by <c>--pypi-repository</c>; null for none.</summary>
    public required string? GivenRepository { get; init; }

    /// <summary>The root of the build.</summary>
    public required string Root { get; init; }

    public TrustedPublisher? Find(PackageIndex index, IReadOnlyDictionary<string, string> environment)
    {
        var given = GivenRepository is { } text
            ? GitRemote.Parse($"https://given/{text}") ?? throw new Failure($"--pypi-repository {ParameterDiagnostics.Shown(text)} is not a repository: write it as owner/name.")
            : null;
        var declaration = Declaration(environment);
        return declaration is not null && (given ?? Repository(declaration)) is { } repository
            ? new()
            {
                Provider = declaration.Provider,
                Owner = repository.Owner,
                Repository = repository.Name,
                Workflow = declaration.RegisteredWorkflow,
                Environment = EnvironmentOf(declaration, index, environment),
            }
            : null;
    }

    /// <summary>The environment for the index: a manually started run for TestPyPI has its own.</summary>
    public static string? EnvironmentOf(IDeclarePublisher declaration, PackageIndex index, IReadOnlyDictionary<string, string> environment) =>
        IsForRunsByHand(declaration, index, environment) ? TestPyPI : declaration.RegisteredEnvironment;

    /// <summary>Whether the declared environment is TestPyPI's own, to which no run for a tag deploys.</summary>
    public bool IsForRunsByHand(PublishOptions options) =>
        IsForRunsByHand(Declaration(options.Environment), options.Index, options.Environment);

    /// <summary>The patterns of the tags that start the declared workflow.</summary>
    public IReadOnlyList<string> Tags(PublishOptions options) => (Declaration(options.Environment) as TrustedPublishingWorkflowAttribute)?.OnPushTags ?? [];

    /// <summary>The declared pipeline file that the registered one must include; null if they are the same.</summary>
    public string? Included(PublishOptions options) =>
        Declaration(options.Environment) is { Provider: PublisherProvider.GitLab } pipeline && pipeline.GeneratedFile != pipeline.RegisteredWorkflow ? pipeline.GeneratedFile : null;

    public bool StartsByHand(PublishOptions options) =>
        Declaration(options.Environment) is TrustedPublishingWorkflowAttribute { OnWorkflowDispatch: true };

    public static bool IsTestPyPI(PackageIndex index) => index.UploadUrl == PackageIndex.TestPyPI.UploadUrl;

    /// <summary>Whether a declaration's <c>Index</c>, which may be invalid, is TestPyPI.</summary>
    public static bool IsTestPyPI(string index) =>
        index.Equals(TestPyPI, StringComparison.OrdinalIgnoreCase) || index.Equals(PackageIndex.TestPyPI.UploadUrl.AbsoluteUri, StringComparison.OrdinalIgnoreCase);

    private static bool IsForRunsByHand(IDeclarePublisher? declaration, PackageIndex index, IReadOnlyDictionary<string, string> environment) =>
        declaration is { OffersTestPyPI: true } && IsTestPyPI(index) && IsByHand(declaration, environment);

    /// <summary>If the event is unknown, TestPyPI must have been chosen manually: otherwise nothing is published there.</summary>
    private static bool IsByHand(IDeclarePublisher declaration, IReadOnlyDictionary<string, string> environment)
    {
        var (variable, byHand) = declaration.Provider is PublisherProvider.GitLab ? ("CI_PIPELINE_SOURCE", "web") : ("GITHUB_EVENT_NAME", "workflow_dispatch");
        return environment.GetValueOrDefault(variable) is not { Length: > 0 } started || started == byHand;
    }

    /// <summary>If there are several declarations: the one for this job's workflow; otherwise one for this CI system; otherwise the first.</summary>
    private IDeclarePublisher? Declaration(IReadOnlyDictionary<string, string> environment)
    {
        var provider = environment.ContainsKey("GITLAB_CI") ? PublisherProvider.GitLab : PublisherProvider.GitHub;
        IDeclarePublisher[] here = [.. Declarations.Where(declaration => declaration.Provider == provider)];
        if (Project is not null && Array.FindAll(here, declaration => declaration.Project == Project) is { Length: > 0 } chosen)
        {
            here = chosen;
        }

        return Array.Find(here, declaration => IsRunning(declaration, environment)) ?? here.Concat(Declarations).FirstOrDefault();
    }

    private static bool IsRunning(IDeclarePublisher declaration, IReadOnlyDictionary<string, string> environment) =>
        declaration.Provider is PublisherProvider.GitLab
            ? environment.GetValueOrDefault("CI_CONFIG_PATH") == declaration.RegisteredWorkflow
            : environment.GetValueOrDefault("GITHUB_WORKFLOW_REF", "").Contains($"/{declaration.RegisteredWorkflow}@", StringComparison.Ordinal);

    private GitRepositoryAddress? Repository(IDeclarePublisher declaration) =>
        declaration.RegisteredRepository is { } declared
            ? GitRemote.Parse($"https://given/{declared}") ?? throw new Failure($"Repository = \"{declared}\" is not a repository: write it as owner/name.")
            : GitRemote.Read(Root);
}

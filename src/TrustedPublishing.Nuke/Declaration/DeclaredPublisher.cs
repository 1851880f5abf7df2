using Nuke.Common;
using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.EnvironmentSetup;
using TrustedPublishing.Nuke.GitHub;
using TrustedPublishing.Nuke.Parameters;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke.Declaration;

/// <summary>The trusted publisher that a build declares with its workflow attribute, in the repository of its git remote.</summary>
internal static class DeclaredPublisher
{
    /// <summary>The environment of manually started runs for TestPyPI, and that index's name.</summary>
    public const string TestPyPI = "testpypi";

    public static TrustedPublisher? Find(IPublishDistributions build, PackageIndex index, IReadOnlyDictionary<string, string> environment)
    {
        var given = build.PypiRepository is { } text
            ? GitRemote.Parse($"https://given/{text}") ?? throw new Failure($"--pypi-repository {ParameterDiagnostics.Shown(text)} is not a repository: write it as owner/name.")
            : null;
        var declaration = Declaration(build, environment);
        return declaration is not null && (given ?? Repository(build, declaration)) is { } repository
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
    public static bool IsForRunsByHand(IPublishDistributions build, PublishOptions options) =>
        IsForRunsByHand(Declaration(build, options.Environment), options.Index, options.Environment);

    /// <summary>
    /// What must be able to deploy: the tags that start the declared workflow, or <c>v*</c> if it names none. TestPyPI's own environment is for
    /// manually started runs, which run on the default branch.
    /// </summary>
    public static IReadOnlyList<GitHubRefRule> RefsOf(IPublishDistributions build, PublishOptions options, string defaultBranch)
    {
        var tags = TagRules.FromPatterns((Declaration(build, options.Environment) as TrustedPublishingWorkflowAttribute)?.OnPushTags ?? []);
        return IsForRunsByHand(build, options) ? [.. tags, new(GitHubRefRule.Branch, defaultBranch)] : tags;
    }

    /// <summary>The declared pipeline file that the registered one must include; null if they are the same.</summary>
    public static string? Included(IPublishDistributions build, PublishOptions options) =>
        Declaration(build, options.Environment) is IGenerateWorkflow { Provider: PublisherProvider.GitLab } pipeline && pipeline.GeneratedFile != pipeline.RegisteredWorkflow ? pipeline.GeneratedFile : null;

    public static bool StartsByHand(IPublishDistributions build, PublishOptions options) =>
        Declaration(build, options.Environment) is TrustedPublishingWorkflowAttribute { OnWorkflowDispatch: true };

    public static bool IsTestPyPI(PackageIndex index) => index.UploadUrl == PackageIndex.TestPyPI.UploadUrl;

    /// <summary>Whether a declaration's <c>Index</c>, which may be invalid, is TestPyPI.</summary>
    public static bool IsTestPyPI(string index) =>
        index.Equals(TestPyPI, StringComparison.OrdinalIgnoreCase) || index.Equals(PackageIndex.TestPyPI.UploadUrl.AbsoluteUri, StringComparison.OrdinalIgnoreCase);

    private static bool IsForRunsByHand(IDeclarePublisher? declaration, PackageIndex index, IReadOnlyDictionary<string, string> environment) =>
        declaration is IGenerateWorkflow { OffersTestPyPI: true } && IsTestPyPI(index) && IsByHand(declaration, environment);

    /// <summary>If the event is unknown, TestPyPI must have been chosen manually: otherwise nothing is published there.</summary>
    private static bool IsByHand(IDeclarePublisher declaration, IReadOnlyDictionary<string, string> environment)
    {
        var (variable, byHand) = declaration.Provider is PublisherProvider.GitLab ? ("CI_PIPELINE_SOURCE", "web") : ("GITHUB_EVENT_NAME", "workflow_dispatch");
        return environment.GetValueOrDefault(variable) is not { Length: > 0 } started || started == byHand;
    }

    /// <summary>If there are several declarations: the one for this job's workflow; otherwise one for this CI system; otherwise the first.</summary>
    private static IDeclarePublisher? Declaration(INukeBuild build, IReadOnlyDictionary<string, string> environment)
    {
        var declarations = build.GetType().GetCustomAttributes(inherit: true).OfType<IDeclarePublisher>().ToArray();
        var provider = environment.ContainsKey("GITLAB_CI") ? PublisherProvider.GitLab : PublisherProvider.GitHub;
        var here = Array.FindAll(declarations, declaration => declaration.Provider == provider);
        if (build is IHazPythonProject { PypiProject: not null } several && Array.FindAll(here, declaration => declaration.Project == ChosenProject.NameOf(several)) is { Length: > 0 } chosen)
        {
            here = chosen;
        }

        return Array.Find(here, declaration => IsRunning(declaration, environment)) ?? here.FirstOrDefault() ?? declarations.FirstOrDefault();
    }

    private static bool IsRunning(IDeclarePublisher declaration, IReadOnlyDictionary<string, string> environment) =>
        declaration.Provider is PublisherProvider.GitLab
            ? environment.GetValueOrDefault("CI_CONFIG_PATH") == declaration.RegisteredWorkflow
            : environment.GetValueOrDefault("GITHUB_WORKFLOW_REF", "").Contains($"/{declaration.RegisteredWorkflow}@", StringComparison.Ordinal);

    private static GitRepositoryAddress? Repository(IPublishDistributions build, IDeclarePublisher declaration) =>
        declaration.RegisteredRepository is { } declared
            ? GitRemote.Parse($"https://given/{declared}") ?? throw new Failure($"Repository = \"{declared}\" is not a repository: write it as owner/name.")
            : GitRemote.Read(build.RootDirectory);
}

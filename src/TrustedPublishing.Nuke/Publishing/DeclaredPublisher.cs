using Nuke.Common;

namespace TrustedPublishing.Nuke;

/// <summary>The trusted publisher that a build declares with its workflow attribute, in the repository of its git remote.</summary>
internal static class DeclaredPublisher
{
    /// <summary>The environment of runs that were started by hand with TestPyPI chosen, and that index's name.</summary>
    public const string TestPyPI = "testpypi";

    public static TrustedPublisher? Of(IPublishDistributions build, PackageIndex index, IReadOnlyDictionary<string, string> environment)
    {
        var declaration = Declaration(build, environment);
        return declaration is not null && Repository(build, declaration) is { } repository
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

    /// <summary>The environment that belongs to the index: a run started by hand that chose TestPyPI has one of its own.</summary>
    public static string? EnvironmentOf(IDeclarePublisher declaration, PackageIndex index, IReadOnlyDictionary<string, string> environment) =>
        declaration is TrustedPublishingWorkflowAttribute { OnWorkflowDispatch: true } workflow && IsTestPyPI(index) && IsByHand(workflow, environment)
            ? TestPyPI
            : declaration.RegisteredEnvironment;

    public static bool IsTestPyPI(PackageIndex index) => index.UploadUrl == PackageIndex.TestPyPI.UploadUrl;

    /// <summary>Where no event is known, TestPyPI is chosen by hand unless every release goes there.</summary>
    private static bool IsByHand(TrustedPublishingWorkflowAttribute workflow, IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault("GITHUB_EVENT_NAME") is { Length: > 0 } started
            ? started == "workflow_dispatch"
            : !workflow.Index.Equals(TestPyPI, StringComparison.OrdinalIgnoreCase);

    /// <summary>Of several workflows, the one that this job runs in; otherwise the first.</summary>
    private static IDeclarePublisher? Declaration(INukeBuild build, IReadOnlyDictionary<string, string> environment)
    {
        var declarations = build.GetType().GetCustomAttributes(inherit: true).OfType<IDeclarePublisher>().ToArray();
        var running = environment.GetValueOrDefault("GITHUB_WORKFLOW_REF", "");
        return Array.Find(declarations, declaration => running.Contains($"/{declaration.RegisteredWorkflow}@", StringComparison.Ordinal))
            ?? declarations.FirstOrDefault();
    }

    private static GitRepositoryAddress? Repository(IPublishDistributions build, IDeclarePublisher declaration) =>
        (build.PypiRepository ?? declaration.RegisteredRepository) is { } given
            ? GitRemote.Parse($"https://given/{given}") ?? throw new TargetFailedException($"--pypi-repository '{given}' is not a repository: write it as owner/name.")
            : GitRemote.Of(build.RootDirectory);
}

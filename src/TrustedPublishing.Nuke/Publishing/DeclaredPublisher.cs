using Nuke.Common;

namespace TrustedPublishing.Nuke;

/// <summary>The trusted publisher that a build declares with its workflow attribute, in the repository of its git remote.</summary>
internal static class DeclaredPublisher
{
    public static TrustedPublisher? Of(IPublishDistributions build, IReadOnlyDictionary<string, string> environment)
    {
        var declaration = Declaration(build, environment);
        return declaration is not null && Repository(build, declaration) is { } repository
            ? new()
            {
                Provider = declaration.Provider,
                Owner = repository.Owner,
                Repository = repository.Name,
                Workflow = declaration.RegisteredWorkflow,
                Environment = declaration.RegisteredEnvironment,
            }
            : null;
    }

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

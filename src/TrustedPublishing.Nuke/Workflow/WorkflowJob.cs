namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The common parts of all jobs in a workflow.</summary>
internal abstract class WorkflowJob(WorkflowPlan plan)
{
    protected string GuardReason => Plan.Triggers.PullRequest ? "not for pull requests and not in forks, which are not the registered publisher" : "not in forks, which are not the registered publisher";

    protected WorkflowPlan Plan { get; } = plan;

    protected RepositoryFacts Facts => Plan.Facts;

    protected Seals Seals { get; } = new("echo \"::error::$1\"", AnySystem: true);

    protected PublisherProgram Program { get; } = new(plan.Facts);

    /// <summary>
    /// The condition for running the workflow: in a fork the release could only fail, because the fork is not the registered publisher.
    /// </summary>
    protected string Guard => Plan.Triggers.PullRequest ? $"github.event_name != 'pull_request' && {NoFork}" : NoFork;

    private string NoFork => Plan.Repository is { } repository ? $"github.repository == {Expression.Text(repository)}" : "github.event.repository.fork == false";

    /// <summary>The action at its pin, which the user may have replaced.</summary>
    protected YamlMap Use(string name, PinnedAction action, YamlMap with, string? condition = null)
    {
        var pin = Plan.Pins.GetValueOrDefault(action.Repository, action);
        return new() { { "name", name }, { "if", condition }, { "uses", pin.Reference, pin.Version }, { "with", with } };
    }

    /// <summary>Expressions are allowed only in <paramref name="variables"/>, never inside commands, where a value would become code.</summary>
    protected static YamlMap Run(string name, string commands, YamlMap? variables = null, string? id = null, string? condition = null) => new()
    {
        { "name", name },
        { "id", id },
        { "if", condition },
        { "env", variables },
        { "run", new YamlBlock(commands) },
    };

    protected static YamlMap Defaults(string? folder = null) => new() { { "run", new YamlMap { { "shell", "bash" }, { "working-directory", folder } } } };

    /// <summary>Checks out the sources at the commit, without keeping the token that fetched them.</summary>
    protected YamlMap Checkout => Use("Check out the sources", PinnedAction.Checkout, new YamlMap
    {
        { "persist-credentials", false },
        { "fetch-depth", Plan.Sources.Depth == 1 ? null : Plan.Sources.Depth },
        { "fetch-tags", Plan.Sources.Tags ? true : null },
        { "lfs", Plan.Sources.Lfs ? true : null },
        { "submodules", Plan.Sources.Submodules switch { SubmoduleCheckout.TopLevel => true, SubmoduleCheckout.Recursive => "recursive", _ => null } },
    });

    protected YamlMap SetUpDotNet => Use("Set up .NET", PinnedAction.SetupDotNet, Facts.GlobalJson is { } file
        ? new YamlMap { { "global-json-file", file } }
        : new YamlMap { { "dotnet-version", Plan.DotNetVersion } });

    /// <summary>Git rejects folders that belong to another user, which is the case for the sources in a container.</summary>
    protected static YamlMap TrustSources(string? condition) => Run(
        "Let git read the sources", "if command -v git > /dev/null; then git config --global --add safe.directory \"$GITHUB_WORKSPACE\"; fi", condition: condition);

    protected IEnumerable<YamlMap> SetUpPython =>
        Plan.PythonVersion is { } python ? [Use("Set up Python", PinnedAction.SetupPython, new YamlMap { { "python-version", python } })] : [];

    /// <summary>The folders of distributions that were handed over, each with the variable that contains its seal.</summary>
    protected IEnumerable<SealedPart> Parts => Plan.Legs.Select((leg, index) => new SealedPart(leg.Name, $"$DISTRIBUTIONS_{index + 1}", "build"));

    /// <summary>Variables with the seals of the distributions, after others.</summary>
    protected YamlMap SealsOfDistributions(YamlMap variables)
    {
        foreach (var leg in Enumerable.Range(1, Plan.Legs.Count))
        {
            variables.Add($"DISTRIBUTIONS_{leg}", $"${{{{ needs.build.outputs.distributions-{leg} }}}}");
        }

        return variables;
    }

    protected YamlMap Download(string name, string artifact, string folder) =>
        Use(name, PinnedAction.DownloadArtifact, new YamlMap { { "name", artifact }, { "path", $"{Seals.HandedOver}/{folder}" } });

    protected YamlMap DownloadDistributions(BuildLeg leg) => Download($"Fetch the distributions of {leg.Name}", $"distributions-{leg.Name}", leg.Name);

    /// <summary>Artifacts are kept for as long as an approval can take.</summary>
    protected YamlMap Upload(string name, string artifact, string path, bool inRepository = true) => Use(name, PinnedAction.UploadArtifact, new YamlMap
    {
        { "name", artifact },
        { "path", inRepository ? Facts.InRepository(path) : path },
        { "if-no-files-found", "error" },
        { "retention-days", GeneratedReleaseAttribute.RetentionDays },
        { "compression-level", 0 },
    });
}

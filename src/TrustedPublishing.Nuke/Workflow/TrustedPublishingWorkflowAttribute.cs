using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace TrustedPublishing.Nuke;

/// <summary>
/// Writes the GitHub workflow that releases: a job that builds and packs and may not ask for an identity token, and a job that may and only
/// publishes what the first one sealed. Local runs of the build keep the file current; <c>CheckWorkflow</c> says when it is not.
/// </summary>
/// <param name="name">The workflow's name and, with <c>.yml</c>, its file name, which must be registered at the index.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TrustedPublishingWorkflowAttribute(string name) : ConfigurationAttributeBase, IGenerateWorkflow
{
    /// <summary>The workflow's name.</summary>
    public string Name { get; } = name;

    /// <summary>Patterns of tags whose push starts a release, for example <c>v*</c>. Default: none.</summary>
    public string[] OnPushTags { get; set; } = [];

    /// <summary>Whether publishing a GitHub release starts a release. Default: false.</summary>
    public bool OnReleasePublished { get; set; }

    /// <summary>Whether a release can be started by hand, with a choice between TestPyPI (in the environment <c>testpypi</c>) and the index. Default: false.</summary>
    public bool OnWorkflowDispatch { get; set; }

    /// <summary>The deployment environment of the publishing job, which must be registered at the index. Default: <c>pypi</c>.</summary>
    public string Environment { get; set; } = "pypi";

    /// <summary>The index, as <c>--pypi-index</c> takes it. Default: <c>pypi</c>.</summary>
    public string Index { get; set; } = "pypi";

    /// <summary>Whether GitHub attests where the distributions were built (<c>actions/attest</c>). Default: false.</summary>
    public bool Attestations { get; set; }

    /// <summary>The .NET version of the jobs; where a <c>global.json</c> exists, it decides in the building job. Default: <c>10.0.x</c>.</summary>
    public string DotNetVersion { get; set; } = "10.0.x";

    /// <summary>The Python version for the building job, when it needs Python. Default: none is set up.</summary>
    public string? PythonVersion { get; set; }

    /// <summary>The time limit of each job in minutes. Default: 30.</summary>
    public int TimeoutMinutes { get; set; } = 30;

    /// <summary>
    /// The runner images to build on. Several make a matrix of building jobs, whose distributions the publishing job merges; the first one
    /// also compiles the build that publishes. Default: <c>ubuntu-24.04</c>.
    /// </summary>
    public string[] Images { get; set; } = ["ubuntu-24.04"];

    /// <summary>The runner image that publishes: Linux. Default: <c>ubuntu-24.04</c>.</summary>
    public string PublishImage { get; set; } = "ubuntu-24.04";

    /// <summary>Further arguments of <c>./build.sh Pack</c>. Default: none.</summary>
    public string[] BuildArguments { get; set; } = [];

    /// <summary>Commands that run before <c>Pack</c>, each as a step of its own. Default: none.</summary>
    public string[] StepsBeforePack { get; set; } = [];

    /// <summary>The repository as <c>owner/name</c>. Default: that of the git remote <c>origin</c>.</summary>
    public string? Repository { get; set; }

    /// <summary>Other pins than the built-in ones, as <c>owner/name@COMMIT # VERSION</c> with the 40 hexadecimal digits of the commit. Default: none.</summary>
    public string[] Pins { get; set; } = [];

    /// <inheritdoc/>
    public override string IdPostfix => Name;

    /// <inheritdoc/>
    public override Type HostType => typeof(GitHubActions);

    /// <inheritdoc/>
    public override AbsolutePath ConfigurationFile => Build.RootDirectory / GeneratedFile;

    /// <inheritdoc/>
    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];

    /// <inheritdoc/>
    public override IEnumerable<string> RelevantTargetNames => [];

    /// <inheritdoc/>
    public override IEnumerable<string> IrrelevantTargetNames => [];

    PublisherProvider IDeclarePublisher.Provider => PublisherProvider.GitHub;

    string IDeclarePublisher.RegisteredWorkflow => RegisteredWorkflow;

    string? IDeclarePublisher.RegisteredEnvironment => Environment;

    string? IDeclarePublisher.RegisteredRepository => Repository;

    string IGenerateWorkflow.GeneratedFile => GeneratedFile;

    bool IGenerateWorkflow.OffersTestPyPI => OnWorkflowDispatch && !DeclaredPublisher.IsTestPyPI(Index);

    ConfigurationEntity IGenerateWorkflow.Generate(RepositoryFacts facts) => Plan(facts);

    private string GeneratedFile => $".github/workflows/{RegisteredWorkflow}";

    internal string RegisteredWorkflow => $"{Name}.yml";

    /// <inheritdoc/>
    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");

    /// <inheritdoc/>
    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets) =>
        Plan(RepositoryFacts.Of(Build, this));

    private ReleaseWorkflow Plan(RepositoryFacts facts) => new(WorkflowPlanner.Plan(this, facts));

    /// <summary>The same bytes on every system: no CRLF where the platform would write it.</summary>
    protected override StreamWriter CreateStream() => GeneratedStream.Create(ConfigurationFile);
}

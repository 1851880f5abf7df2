using Nuke.Common.CI.GitHubActions;
using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke;

/// <summary>
/// Generates the GitHub release workflow: a job that compiles and seals the publisher and runs nothing else, a job that builds and packs and
/// cannot request an identity token, and a job that can and runs only the sealed publisher.
/// </summary>
/// <param name="name">The workflow's name and, with <c>.yml</c>, its file name, which must be registered on the index.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TrustedPublishingWorkflowAttribute(string name) : GeneratedReleaseAttribute
{
    /// <summary>The workflow's name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether publishing a GitHub release starts a release. Default: false.</summary>
    public bool OnReleasePublished { get; set; }

    /// <summary>
    /// Whether <see cref="GeneratedReleaseAttribute.OnPushTags"/> and <see cref="OnReleasePublished"/> can be combined: publishing a GitHub release
    /// pushes its tag, so that both start a run. Default: false.
    /// </summary>
    public bool AllowTwoRuns { get; set; }

    /// <summary>
    /// Whether a release can be started manually, with a choice between TestPyPI (in the environment <c>testpypi</c>) and the index. Default: false.
    /// </summary>
    public bool OnWorkflowDispatch { get; set; }

    /// <summary>
    /// Whether the published distributions, their attestations and <c>SHA256SUMS</c> are added to the GitHub release of the tag, by a separate job
    /// with <c>contents: write</c> and no other permission. Default: <see cref="GitHubReleaseMode.None"/>.
    /// </summary>
    public GitHubReleaseMode GitHubRelease { get; set; }

    /// <summary>Whether GitHub attests where the distributions were built (<c>actions/attest</c>). Default: false.</summary>
    public bool Attestations { get; set; }

    /// <summary>
    /// The .NET version of the jobs that compile, unless <c>global.json</c> sets it. The publishing job uses the version for which the publisher was
    /// compiled. Default: <c>10.0.x</c>.
    /// </summary>
    public string DotNetVersion { get; set; } = "10.0.x";

    /// <summary>The Python version to set up in the build job. Default: none.</summary>
    public string? PythonVersion { get; set; }

    /// <summary>
    /// The runner images to build on. Several images create a matrix of build jobs, whose distributions the publishing job merges. Default:
    /// <c>ubuntu-24.04</c>.
    /// </summary>
    public string[] Images { get; set; } = ["ubuntu-24.04"];

    /// <summary>The runner image that compiles and runs the publisher: Linux. Default: <c>ubuntu-24.04</c>.</summary>
    public string PublishImage { get; set; } = "ubuntu-24.04";

    /// <summary>Pins that replace the built-in ones, as <c>owner/name@COMMIT # VERSION</c> with the 40 hexadecimal digits of the commit. Default: none.</summary>
    public string[] Pins { get; set; } = [];

    /// <summary>
    /// Secrets for the steps that restore, prepare and pack, but never for those that publish: <c>NAME</c>, or <c>NAME=SECRET</c> if the variable
    /// has a different name than the secret. Default: none.
    /// </summary>
    public string[] Secrets { get; set; } = [];

    /// <inheritdoc/>
    public override string IdPostfix => Name;

    /// <inheritdoc/>
    public override Type HostType => typeof(GitHubActions);

    private protected override PublisherProvider Provider => PublisherProvider.GitHub;

    private protected override string RegisteredWorkflow => $"{Name}.yml";

    private protected override string GeneratedFile => $".github/workflows/{RegisteredWorkflow}";

    private protected override IEnumerable<string> SecretVariables => Secrets;

    private protected override bool CanBeStartedByHand => OnWorkflowDispatch;

    private protected override YamlMap Generate(RepositoryFacts facts) => ReleaseWorkflow.Map(WorkflowPlanner.Plan(this, facts));
}

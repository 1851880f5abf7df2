using Nuke.Common.CI.GitLab;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke;

/// <summary>
/// Generates the GitLab release pipeline: a job <c>compile-publisher</c> that compiles and seals the publisher and runs nothing else, a job
/// <c>build</c> that builds and packs and gets no identity token, and a job <c>publish</c> that gets one and runs only the sealed publisher.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TrustedPublishingGitLabAttribute : GeneratedReleaseAttribute
{
    private const string DefaultFile = ".gitlab-ci.yml";

    /// <summary>
    /// Whether a release can be started manually (Build → Pipelines → New pipeline). It then waits until you run one of two jobs, for TestPyPI (in
    /// the environment <c>testpypi</c>) or the index. Default: false.
    /// </summary>
    public bool OnNewPipeline { get; set; }

    /// <summary>Whether the publishing job also gets the identity token for signing attestations. Default: true.</summary>
    public bool Attestations { get; set; } = true;

    /// <summary>
    /// The container image of the jobs that compile and build, with bash and the .NET SDK. A digest (<c>…:10.0@sha256:…</c>) pins it.
    /// Default: <c>mcr.microsoft.com/dotnet/sdk:10.0</c>.
    /// </summary>
    public string Image { get; set; } = "mcr.microsoft.com/dotnet/sdk:10.0";

    /// <summary>
    /// The container image of the publishing job, which needs the .NET runtime, and git if the build reads a git repository. Default: that of the build
    /// job.
    /// </summary>
    public string? PublishImage { get; set; }

    /// <summary>The tags that select the runners of the jobs. Default: none.</summary>
    public string[] RunnerTags { get; set; } = [];

    /// <summary>
    /// The file to write. Use a file other than <see cref="PipelineFile"/> for projects with their own jobs, which include it
    /// (<c>include: {local: …}</c>); its jobs are then named <c>path/of/file:publish</c>, and the <c>stages</c> must contain <c>build</c> and
    /// <c>deploy</c>. Default: <c>.gitlab-ci.yml</c>.
    /// </summary>
    public string File { get; set; } = DefaultFile;

    /// <summary>The project's pipeline file, which must be registered at the index even if it includes the generated one. Default: <c>.gitlab-ci.yml</c>.</summary>
    public string PipelineFile { get; set; } = DefaultFile;

    /// <inheritdoc/>
    public override string IdPostfix => File == DefaultFile ? "" : Path.ChangeExtension(File, null);

    /// <inheritdoc/>
    public override Type HostType => typeof(GitLab);

    private protected override PublisherProvider Provider => PublisherProvider.GitLab;

    private protected override string RegisteredWorkflow => PipelineFile;

    private protected override string GeneratedFile => File;

    private protected override bool CanBeStartedByHand => OnNewPipeline;

    private protected override YamlMap Generate(RepositoryFacts facts) => GitLabPipeline.Map(GitLabPlanner.Plan(this, facts));
}

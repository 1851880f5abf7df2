using Nuke.Common.CI;
using Nuke.Common.CI.GitLab;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace TrustedPublishing.Nuke;

/// <summary>
/// Writes the GitLab pipeline that releases: a job <c>build</c> that builds and packs and gets no identity token, and a job <c>publish</c> that
/// gets one and only publishes what the first one sealed. Local runs of the build keep the file current; <c>CheckWorkflow</c> says when it is not.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TrustedPublishingGitLabAttribute : ConfigurationAttributeBase, IGenerateWorkflow
{
    private const string DefaultFile = ".gitlab-ci.yml";

    /// <summary>Patterns of tags whose push starts a release: <c>*</c> is any text without a slash, <c>**</c> any text. Default: none.</summary>
    public string[] OnPushTags { get; set; } = [];

    /// <summary>
    /// Whether a release can be started by hand (Build → Pipelines → New pipeline). What is built then waits for a click on one of two jobs,
    /// for TestPyPI (in the environment <c>testpypi</c>) or the index. Default: false.
    /// </summary>
    public bool OnNewPipeline { get; set; }

    /// <summary>The deployment environment of the publishing job, which must be registered at the index. Default: <c>pypi</c>.</summary>
    public string Environment { get; set; } = "pypi";

    /// <summary>The index, as <c>--pypi-index</c> takes it. Default: <c>pypi</c>.</summary>
    public string Index { get; set; } = "pypi";

    /// <summary>The audience of the index, which its address <c>/_/oidc/audience</c> tells. Default: that of PyPI or TestPyPI; required for any other index.</summary>
    public string? Audience { get; set; }

    /// <summary>Whether the publishing job also gets the identity token that attestations are signed with. Default: true.</summary>
    public bool Attestations { get; set; } = true;

    /// <summary>
    /// The container image of the building job, with bash, GNU coreutils and the .NET SDK. A digest (<c>…:10.0@sha256:…</c>) pins it.
    /// Default: <c>mcr.microsoft.com/dotnet/sdk:10.0</c>.
    /// </summary>
    public string Image { get; set; } = "mcr.microsoft.com/dotnet/sdk:10.0";

    /// <summary>The container image of the publishing job, which needs the .NET runtime only. Default: that of the building job.</summary>
    public string? PublishImage { get; set; }

    /// <summary>The tags of the runners that may run the jobs. Default: none.</summary>
    public string[] RunnerTags { get; set; } = [];

    /// <summary>The time limit of each job in minutes. Default: 30.</summary>
    public int TimeoutMinutes { get; set; } = 30;

    /// <summary>Further arguments of <c>./build.sh Pack</c>. Default: none.</summary>
    public string[] BuildArguments { get; set; } = [];

    /// <summary>Commands that run before <c>Pack</c>. Default: none.</summary>
    public string[] StepsBeforePack { get; set; } = [];

    /// <summary>The project as <c>group/name</c>, spelled as GitLab shows it. Default: that of the git remote <c>origin</c>.</summary>
    public string? Repository { get; set; }

    /// <summary>
    /// The file that is written. Another one than <see cref="PipelineFile"/> is for projects with jobs of their own, which include it
    /// (<c>include: {local: …}</c>) and have no other jobs called <c>build</c> and <c>publish</c>. Default: <c>.gitlab-ci.yml</c>.
    /// </summary>
    public string File { get; set; } = DefaultFile;

    /// <summary>The project's pipeline file, which must be registered at the index, also when it includes the written one. Default: <c>.gitlab-ci.yml</c>.</summary>
    public string PipelineFile { get; set; } = DefaultFile;

    /// <inheritdoc/>
    public override string IdPostfix => File == DefaultFile ? "" : Path.GetFileNameWithoutExtension(File);

    /// <inheritdoc/>
    public override Type HostType => typeof(GitLab);

    /// <inheritdoc/>
    public override AbsolutePath ConfigurationFile => Build.RootDirectory / File;

    /// <inheritdoc/>
    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];

    /// <inheritdoc/>
    public override IEnumerable<string> RelevantTargetNames => [];

    /// <inheritdoc/>
    public override IEnumerable<string> IrrelevantTargetNames => [];

    PublisherProvider IDeclarePublisher.Provider => PublisherProvider.GitLab;

    string IDeclarePublisher.RegisteredWorkflow => PipelineFile;

    string? IDeclarePublisher.RegisteredEnvironment => Environment;

    string? IDeclarePublisher.RegisteredRepository => Repository;

    string IGenerateWorkflow.GeneratedFile => File;

    bool IGenerateWorkflow.OffersTestPyPI => OnNewPipeline && !DeclaredPublisher.IsTestPyPI(Index);

    /// <inheritdoc/>
    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");

    /// <inheritdoc/>
    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets) => Plan(RepositoryFacts.Of(Build, this));

    ConfigurationEntity IGenerateWorkflow.Generate(RepositoryFacts facts) => Plan(facts);

    /// <summary>The same bytes on every system: no CRLF where the platform would write it.</summary>
    protected override StreamWriter CreateStream() => GeneratedStream.Create(ConfigurationFile);

    private GitLabPipeline Plan(RepositoryFacts facts) => new(GitLabPlanner.Plan(this, facts));
}

using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke;

/// <summary>
/// The common base of the attributes that generate a release pipeline. Local runs of the build keep the file up to date;
/// <c>CheckWorkflow</c> fails if it is not.
/// </summary>
public abstract class GeneratedReleaseAttribute : ConfigurationAttributeBase, IGenerateWorkflow
{
    /// <summary>How long artifacts are kept, in days: on GitHub, a run can wait 30 days for approval.</summary>
    internal const int RetentionDays = 31;

    private protected GeneratedReleaseAttribute()
    {
    }

    /// <summary>
    /// The folder of the <c>pyproject.toml</c> to release, relative to the build's root, for repositories with several projects. Each has
    /// its own attribute, registration and distributions folder. Default: <see cref="IHazPythonProject.PythonProject"/>.
    /// </summary>
    public string? Project { get; set; }

    /// <summary>
    /// Patterns of the tags whose push starts a release, in GitHub's language: <c>*</c> matches any text without a slash, <c>**</c> any text; also <c>?</c>,
    /// <c>+</c>, <c>[0-9]</c>, and <c>!</c> to take away. Default: none.
    /// </summary>
    public string[] OnPushTags { get; set; } = [];

    /// <summary>
    /// Whether pull requests (on GitLab: merge requests), including from forks, rehearse the release with the target <c>Rehearse</c>: without an environment,
    /// an identity token, or secrets. Default: false.
    /// </summary>
    public bool OnPullRequest { get; set; }

    /// <summary>
    /// The runtime identifiers for which a release has wheels, for builds that pack for platforms, for example <c>linux-x64</c>; or
    /// <c>linux-x64=ubuntu-22.04</c>, with the machine on which it is packed: a runner image on GitHub, the tag of a runner on GitLab. If code is
    /// compiled to native code, one job packs each; otherwise one job packs all. Default: <see cref="IPackForPlatforms.ReleaseRuntimeIdentifiers"/>
    /// of the build.
    /// </summary>
    public string[] RuntimeIdentifiers { get; set; } = [];

    /// <summary>
    /// Container images in which runtime identifiers are packed, as <c>linux-x64=quay.io/pypa/manylinux_2_28_x86_64:TAG</c>: native code requires at
    /// least the version of the C library with which it was compiled. Default: the machine itself; on GitLab,
    /// <see cref="TrustedPublishingGitLabAttribute.Image"/>.
    /// </summary>
    public string[] Containers { get; set; } = [];

    /// <summary>The deployment environment of the publishing job, which must be registered on the index. Default: <c>pypi</c>.</summary>
    public string Environment { get; set; } = "pypi";

    /// <summary>The index, in the form that <c>--pypi-index</c> accepts. Default: <c>pypi</c>.</summary>
    public string Index { get; set; } = "pypi";

    /// <summary>
    /// The indexes that a manually started run publishes to one after the other: <c>["testpypi", "pypi"]</c>, of which the last is
    /// <see cref="Index"/>. Each has its own job and environment, gets the same sealed files, and starts when the previous one has verified its
    /// release. On GitHub, this is a third choice; on GitLab, the last job waits for the first. Default: none; each run publishes to one index.
    /// </summary>
    public string[] Indexes { get; set; } = [];

    /// <summary>
    /// The audience of identity tokens for an index other than PyPI and TestPyPI, as returned by the index at <c>/_/oidc/audience</c>. The publish
    /// job receives it as <c>--pypi-audience</c>. Default: on GitHub, the index's host name; on GitLab, where the token is issued before the job
    /// starts, there is none.
    /// </summary>
    public string? Audience { get; set; }

    /// <summary>The time limit of each job in minutes. Default: 30.</summary>
    public int TimeoutMinutes { get; set; } = 30;

    /// <summary>The number of commits to fetch; 0 fetches all commits and tags, as GitVersion, MinVer and Nerdbank.GitVersioning need. Default: 1.</summary>
    public int FetchDepth { get; set; } = 1;

    /// <summary>Whether all tags are fetched. Default: false.</summary>
    public bool FetchTags { get; set; }

    /// <summary>Which git submodules are checked out. Default: none.</summary>
    public SubmoduleCheckout Submodules { get; set; }

    /// <summary>Whether Git LFS files are fetched. Default: false.</summary>
    public bool Lfs { get; set; }

    /// <summary>
    /// Variables for the steps that restore, prepare and pack, but never for those that publish, as <c>NAME=value</c>. Default: none.
    /// </summary>
    public string[] Variables { get; set; } = [];

    /// <summary>Additional arguments for <c>./build.sh Pack</c>. Default: none.</summary>
    public string[] BuildArguments { get; set; } = [];

    /// <summary>Commands that run before <c>Pack</c>, in order. Default: none.</summary>
    public string[] StepsBeforePack { get; set; } = [];

    /// <summary>The repository as <c>owner/name</c>, on GitLab <c>group/name</c> as GitLab shows it. Default: that of the git remote <c>origin</c>.</summary>
    public string? Repository { get; set; }

    /// <inheritdoc/>
    public override AbsolutePath ConfigurationFile => (AbsolutePath)GitFolder.Find(Build.RootDirectory) / GeneratedFile;

    /// <inheritdoc/>
    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];

    /// <inheritdoc/>
    public override IEnumerable<string> RelevantTargetNames => [];

    /// <inheritdoc/>
    public override IEnumerable<string> IrrelevantTargetNames => [];

    PublisherProvider IDeclarePublisher.Provider => Provider;

    string? IDeclarePublisher.Project => Project is null ? null : ProjectFolderName.Normalize(Project);

    string IDeclarePublisher.RegisteredWorkflow => RegisteredWorkflow;

    string? IDeclarePublisher.RegisteredEnvironment => Environment;

    string? IDeclarePublisher.RegisteredRepository => Repository;

    string IDeclarePublisher.GeneratedFile => GeneratedFile;

    bool IDeclarePublisher.OffersTestPyPI => CanBeStartedByHand && !DeclaredPublisher.IsTestPyPI(Index);

    private protected abstract PublisherProvider Provider { get; }

    private protected abstract string RegisteredWorkflow { get; }

    private protected abstract string GeneratedFile { get; }

    /// <summary>The arguments that select this project.</summary>
    internal IReadOnlyList<string> ProjectArguments => Project is null ? [] : ["--pypi-project", ProjectFolderName.Normalize(Project)];

    /// <summary>Whether a release can be started manually, without a tag.</summary>
    internal bool StartsByHand => CanBeStartedByHand;

    /// <summary>The argument that declares the audience; none for PyPI and TestPyPI, whose audiences are fixed.</summary>
    internal IReadOnlyList<string> AudienceArguments => Audience is null || PackageIndex.Parse(Index).IsPyPI ? [] : ["--pypi-audience", Audience];

    /// <summary>The variables of the build jobs, which the programs that pack can see.</summary>
    internal IEnumerable<string> VariableNames => Variables.Concat(SecretVariables).Select(variable => variable.Split('=')[0]);

    private protected virtual IEnumerable<string> SecretVariables => [];

    private protected abstract bool CanBeStartedByHand { get; }

    /// <inheritdoc/>
    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");

    /// <inheritdoc/>
    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        var facts = RepositoryReader.Read(Build, this);
        WorkflowCheck.LogHints(this, facts);
        return new YamlEntity(Generate(facts));
    }

    YamlMap IGenerateWorkflow.Generate(RepositoryFacts facts) => Generate(facts);

    /// <summary>Writes the same bytes on every system, without platform-dependent CRLF.</summary>
    protected override StreamWriter CreateStream()
    {
        Directory.CreateDirectory(ConfigurationFile.Parent);
        return new(File.Open(ConfigurationFile, FileMode.Create)) { NewLine = "\n" };
    }

    private protected abstract YamlMap Generate(RepositoryFacts facts);
}

using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>
/// NUKE's own workflow generator, with one job per image that runs the targets. Only the settings declared here are supported; with these, the file
/// is the same as NUKE's.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class GitHubActionsAttribute(string name, GitHubActionsImage image, params GitHubActionsImage[] images) : ConfigurationAttributeBase
{
    private readonly string _name = name.Replace(' ', '_');

    public override string IdPostfix => _name;

    public override Type HostType => typeof(GitHubActions);

    public override AbsolutePath ConfigurationFile => Build.RootDirectory / ".github" / "workflows" / $"{_name}.yml";

    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];

    public override IEnumerable<string> RelevantTargetNames => InvokedTargets;

    public override IEnumerable<string> IrrelevantTargetNames => [];

    public GitHubActionsTrigger[] On { get; set; } = [];

    public string[] CacheIncludePatterns { get; set; } = [".nuke/temp", "~/.nuget/packages"];

    public string[] CacheKeyFiles { get; set; } = ["**/global.json", "**/*.csproj", "**/Directory.Packages.props"];

    public bool PublishArtifacts { get; set; } = true;

    public string[] InvokedTargets { get; set; } = [];

    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");

    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        Assert.True(On.Length > 0, "Workflows must define either shorthand 'On' or 'On*' triggers");
        var artifacts = relevantTargets.SelectMany(x => x.ArtifactProducts).Select(FolderOf).Distinct().ToList();
        return new RunningWorkflow
        {
            Name = _name,
            Triggers = On,
            Images = [image, .. images],
            CachedPaths = CacheIncludePatterns,
            CacheKeyFiles = CacheKeyFiles,
            BuildCmdPath = BuildCmdPath,
            InvokedTargets = InvokedTargets,
            Artifacts = PublishArtifacts ? artifacts.Select(x => (x.Name, (string)Build.RootDirectory.GetUnixRelativePathTo(x))).ToList() : [],
        };
    }

    // A product is a pattern; its folder is kept.
    private static AbsolutePath FolderOf(string product)
    {
        AbsolutePath path = product;
        while (path.ToString().Contains('*'))
            path = path.Parent;
        return path;
    }
}

public enum GitHubActionsTrigger
{
    Push,
    PullRequest,
    WorkflowDispatch,
}

public enum GitHubActionsImage
{
    WindowsServer2022,
    WindowsServer2019,
    Ubuntu2404,
    Ubuntu2204,
    Ubuntu2004,
    Ubuntu1804,
    MacOs14,
    MacOs12,
    MacOs11,
    MacOs1015,
    WindowsLatest,
    UbuntuLatest,
    MacOsLatest,
    SelfHosted,
}

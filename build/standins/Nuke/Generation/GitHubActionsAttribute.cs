using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>
/// NUKE's own generator of a workflow that runs targets in one job. With these settings, the file is the one that NUKE writes, except that it does not
/// upload what the targets produce.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class GitHubActionsAttribute(string name, GitHubActionsImage image) : ConfigurationAttributeBase
{
    public override string IdPostfix => name;

    public override Type HostType => typeof(GitHubActions);

    public override AbsolutePath ConfigurationFile => Build.RootDirectory / ".github" / "workflows" / $"{name}.yml";

    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];

    public override IEnumerable<string> RelevantTargetNames => InvokedTargets;

    public override IEnumerable<string> IrrelevantTargetNames => [];

    public GitHubActionsTrigger[] On { get; set; } = [];

    public string[] InvokedTargets { get; set; } = [];

    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");

    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        Assert.True(On.Length > 0, "Workflows must define either shorthand 'On' or 'On*' triggers");
        var script = Build.RootDirectory.GlobFiles("build.cmd", "*/build.cmd").FirstOrDefault().NotNull("BuildCmdPath != null");
        var runner = image switch { GitHubActionsImage.UbuntuLatest => "ubuntu-latest", _ => throw new NotSupportedException($"{image}") };
        return new Lines(
        [
            $"name: {name}",
            "",
            $"on: [{string.Join(", ", On).ToLowerInvariant()}]",
            "",
            "jobs:",
            $"  {runner}:",
            $"    name: {runner}",
            $"    runs-on: {runner}",
            "    steps:",
            "      - uses: actions/checkout@v6",
            "      - name: 'Cache: .nuke/temp, ~/.nuget/packages'",
            "        uses: actions/cache@v4",
            "        with:",
            "          path: |",
            "            .nuke/temp",
            "            ~/.nuget/packages",
            "          key: ${{ runner.os }}-${{ hashFiles('**/global.json', '**/*.csproj', '**/Directory.Packages.props') }}",
            $"      - name: 'Run: {string.Join(", ", InvokedTargets)}'",
            $"        run: ./{Path.GetRelativePath(Build.RootDirectory, script).Replace('\\', '/')} {string.Join(' ', InvokedTargets)}",
        ]);
    }

    private sealed class Lines(IReadOnlyList<string> lines) : ConfigurationEntity
    {
        public override void Write(CustomFileWriter writer)
        {
            foreach (var line in lines)
                writer.WriteLine(line);
        }
    }
}

public enum GitHubActionsTrigger
{
    Push,
}

public enum GitHubActionsImage
{
    UbuntuLatest,
}

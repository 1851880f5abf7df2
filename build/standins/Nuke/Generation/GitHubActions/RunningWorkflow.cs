using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>The content of the file: a job for each image, which checks out, caches, runs the build and keeps its products.</summary>
internal sealed class RunningWorkflow : ConfigurationEntity
{
    public required string Name { get; init; }

    public required IReadOnlyList<GitHubActionsTrigger> Triggers { get; init; }

    public required IReadOnlyList<GitHubActionsImage> Images { get; init; }

    public required IReadOnlyList<string> CachedPaths { get; init; }

    public required IReadOnlyList<string> CacheKeyFiles { get; init; }

    public required string BuildCmdPath { get; init; }

    public required IReadOnlyList<string> InvokedTargets { get; init; }

    public required IReadOnlyList<(string Name, string Path)> Artifacts { get; init; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"name: {Name}");
        writer.WriteLine();
        writer.WriteLine($"on: [{Triggers.Select(TextOf).JoinCommaSpace()}]");
        writer.WriteLine();
        writer.WriteLine("jobs:");
        using (writer.Indent())
        {
            foreach (var image in Images)
                WriteJob(writer, TextOf(image));
        }
    }

    private void WriteJob(CustomFileWriter writer, string image)
    {
        writer.WriteLine($"{image.Replace('.', '_')}:");
        using (writer.Indent())
        {
            writer.WriteLine($"name: {image}");
            writer.WriteLine($"runs-on: {image}");
            writer.WriteLine("steps:");
            using (writer.Indent())
            {
                foreach (var line in Steps())
                    writer.WriteLine(line);
            }
        }
    }

    private IEnumerable<string> Steps() =>
    [
        "- uses: actions/checkout@v6",
        .. CacheKeyFiles.Count == 0 ? [] : (string[])
        [
            $"- name: 'Cache: {CachedPaths.JoinCommaSpace()}'",
            "  uses: actions/cache@v4",
            "  with:",
            "    path: |",
            .. CachedPaths.Select(x => $"      {x}"),
            $"    key: ${{{{ runner.os }}}}-${{{{ hashFiles({CacheKeyFiles.Select(x => $"'{x}'").JoinCommaSpace()}) }}}}",
        ],
        $"- name: 'Run: {InvokedTargets.JoinCommaSpace()}'",
        $"  run: ./{BuildCmdPath} {InvokedTargets.JoinSpace()}",
        .. Artifacts.SelectMany(x => (string[])[$"- name: 'Publish: {x.Name}'", "  uses: actions/upload-artifact@v5", "  with:", $"    name: {x.Name}", $"    path: {x.Path}"]),
    ];

    private static string TextOf(GitHubActionsTrigger trigger) => trigger switch
    {
        GitHubActionsTrigger.PullRequest => "pull_request",
        GitHubActionsTrigger.WorkflowDispatch => "workflow_dispatch",
        _ => "push",
    };

    private static string TextOf(GitHubActionsImage image) => image switch
    {
        GitHubActionsImage.WindowsServer2022 => "windows-2022",
        GitHubActionsImage.WindowsServer2019 => "windows-2019",
        GitHubActionsImage.Ubuntu2404 => "ubuntu-24.04",
        GitHubActionsImage.Ubuntu2204 => "ubuntu-22.04",
        GitHubActionsImage.Ubuntu2004 => "ubuntu-20.04",
        GitHubActionsImage.Ubuntu1804 => "ubuntu-18.04",
        GitHubActionsImage.MacOs14 => "macos-14",
        GitHubActionsImage.MacOs12 => "macos-12",
        GitHubActionsImage.MacOs11 => "macos-11",
        GitHubActionsImage.MacOs1015 => "macos-10.15",
        GitHubActionsImage.WindowsLatest => "windows-latest",
        GitHubActionsImage.UbuntuLatest => "ubuntu-latest",
        GitHubActionsImage.MacOsLatest => "macos-latest",
        _ => "self-hosted",
    };
}

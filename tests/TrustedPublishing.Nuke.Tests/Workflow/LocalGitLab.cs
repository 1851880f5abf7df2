using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>A pipeline as gitlab-ci-local reads it, which checks it with GitLab's schema and evaluates its rules.</summary>
internal sealed class LocalGitLab : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    private LocalGitLab()
    {
    }

    public static async Task<LocalGitLab> OfAsync(string pipeline)
    {
        var git = Peers.Find("git");
        Peers.Find("node");
        NodePeers.Find("gitlab-ci-local");
        var gitlab = new LocalGitLab();
        gitlab.folder.Write(".gitlab-ci.yml", pipeline);
        string[][] commands =
        [
            ["init", "--quiet"],
            ["remote", "add", "origin", "https://gitlab.com/octo-org/greeter.git"],
            ["add", "."],
            ["-c", "user.name=octocat", "-c", "user.email=octocat@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "Pipeline"],
        ];
        foreach (var command in commands)
        {
            var result = await gitlab.RunAsync(git, command);
            Assert.True(result.ExitCode == 0, result.Output);
        }

        return gitlab;
    }

    /// <summary>Lists the jobs that a pipeline with these variables has: a line for each, with name, description, stage, when, whether it may fail, and needs.</summary>
    public Task<ChildProcessResult> ListAsync(params string[] variables) =>
        RunAsync(
            Peers.Find("node"),
            [Path.Combine(NodePeers.Find("gitlab-ci-local"), "node_modules", "gitlab-ci-local", "src", "index.js"), "--list-csv", .. variables.SelectMany(variable => new[] { "--variable", variable })]);

    public void Dispose() => folder.Dispose();

    /// <summary>Without what the user has set up for either program.</summary>
    private Task<ChildProcessResult> RunAsync(string program, IEnumerable<string> arguments) =>
        ChildProcess.RunAsync(program, arguments, folder.Path, new Dictionary<string, string?> { ["HOME"] = folder.Path, ["GIT_CONFIG_NOSYSTEM"] = "1" }, cancellationToken: TestContext.Current.CancellationToken);
}

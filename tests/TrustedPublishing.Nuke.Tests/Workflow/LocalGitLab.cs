using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>A pipeline processed by gitlab-ci-local, which validates it with GitLab's schema, evaluates its rules, and can run it.</summary>
internal sealed class LocalGitLab : IDisposable
{
    private readonly SampleRepository sources;

    private LocalGitLab(SampleRepository sources) => this.sources = sources;

    /// <summary>A repository on GitLab with the pipeline and the sample project.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="canRun">Whether it contains a build that the pipeline can run.</param>
    public static async Task<LocalGitLab> OfAsync(string pipeline, bool canRun = false)
    {
        var git = Peers.Find("git");
        Peers.Find("node");
        NodePeers.Find("gitlab-ci-local");
        var gitlab = new LocalGitLab(canRun ? SampleRepository.WithBuild() : new());
        gitlab.sources.Write(".gitlab-ci.yml", pipeline);
        string[][] commands =
        [
            ["init", "--quiet"],
            ["remote", "add", "origin", "https://gitlab.com/octo-org/greeter.git"],
            ["add", "--force", "."], // a job gets what git holds, and the compiled build is ignored otherwise
            ["-c", "user.name=octocat", "-c", "user.email=octocat@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "Pipeline"],
        ];
        foreach (var command in commands)
        {
            var result = await gitlab.RunAsync(git, command);
            Assert.True(result.ExitCode == 0, result.Output);
        }

        return gitlab;
    }

    /// <summary>
    /// Lists the jobs of a pipeline with these variables: one line each, with name, description, stage, when, whether it may fail, and needs.
    /// </summary>
    public Task<ChildProcessResult> ListAsync(params string[] variables) => RunAsync(Peers.Find("node"), [Program, "--list-csv", .. Variables(variables)]);

    /// <summary>Runs the pipeline with these variables, each job in its own folder.</summary>
    public Task<ChildProcessResult> RunAsync(params string[] variables) =>
        RunAsync(Peers.Find("node"), [Program, "--force-shell-executor", "--shell-isolation", .. Variables(variables)]);

    public void Dispose() => sources.Dispose();

    /// <summary>The path of the program, which differs between releases.</summary>
    private static string Program
    {
        get
        {
            var package = Path.Combine(NodePeers.Find("gitlab-ci-local"), "node_modules", "gitlab-ci-local");
            var program = Path.Combine(package, "dist", "index.js");
            return File.Exists(program) ? program : Path.Combine(package, "src", "index.js");
        }
    }

    private static IEnumerable<string> Variables(IEnumerable<string> variables) => variables.SelectMany(variable => new[] { "--variable", variable });

    /// <summary>Runs a program without the user's own configuration.</summary>
    private Task<ChildProcessResult> RunAsync(string program, IEnumerable<string> arguments) =>
        ChildProcess.RunAsync(program, arguments, sources.Path, new Dictionary<string, string?> { ["HOME"] = sources.Path, ["GIT_CONFIG_NOSYSTEM"] = "1" }, cancellationToken: TestContext.Current.CancellationToken);
}

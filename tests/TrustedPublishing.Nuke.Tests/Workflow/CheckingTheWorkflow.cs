using TrustedPublishing.Nuke.Tests.Reporting;
using TrustedPublishing.Nuke.Workflow;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The target <c>CheckWorkflow</c> in CI, where nothing is generated.</summary>
public sealed class CheckingTheWorkflow
{
    private const string File = ".github/workflows/release.yml";

    [Fact]
    public async Task PassesForAFileWrittenByALocalRun()
    {
        using var repository = new SampleRepository();
        repository.AddBuild();
        Assert.True((await repository.RunAsync("Releasing", ["Pack"])).ExitCode == 0);

        var result = await repository.RunAsync("Releasing", ["CheckWorkflow"], InCi);

        Assert.True(result.ExitCode == 0, result.Output);
    }

    [Fact]
    public async Task FailsAndShowsTheLinesThatDiffer()
    {
        using var repository = new SampleRepository();
        repository.AddBuild();
        await repository.RunAsync("Releasing", ["Pack"]);
        var text = await System.IO.File.ReadAllTextAsync(repository.Combine(File), TestContext.Current.CancellationToken);
        repository.Write(File, text.Replace("permissions: {}", "permissions: write-all", StringComparison.Ordinal));

        var result = await repository.RunAsync("Releasing", ["CheckWorkflow"], InCi);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("-permissions: write-all", result.Output, StringComparison.Ordinal);
        Assert.Contains("+permissions: {}", result.Output, StringComparison.Ordinal);
        Assert.Contains("permissions: write-all", await System.IO.File.ReadAllTextAsync(repository.Combine(File), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>The lines between two changes are equal and are not shown.</summary>
    [Theory]
    [InlineData("a b c d e", "a B c d E", "@@ line 2 @@|-b|+B|@@ line 5 @@|-e|+E")]
    [InlineData("a b c", "b c", "@@ line 1 @@|-a")]
    [InlineData("a b c", "a b c d", "@@ line 4 @@|+d")]
    [InlineData("a b c", "a c", "@@ line 2 @@|-b")]
    [InlineData("a c", "a b b c", "@@ line 2 @@|+b|+b")]
    [InlineData("a", "a\u00a0", "@@ line 1 @@|-a|+a\u00a0")]
    [InlineData("a b", "a b", "")]
    public void ShowsEachChangeSeparately(string committed, string generated, string expected) =>
        Assert.Equal(expected, string.Join('|', WorkflowCheck.Difference(committed.Replace(' ', '\n'), generated.Replace(' ', '\n'))));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FailsImmediatelyForAPipeOrADevice(bool pipe)
    {
        using var repository = new SampleRepository();
        repository.AddBuild();
        Directory.CreateDirectory(repository.Combine(".github", "workflows"));
        _ = pipe ? await NotRegular.PipeAsync(repository.Combine(File)) : NotRegular.LinkToDevice(repository.Combine(File));

        var result = await repository.RunAsync("Releasing", ["CheckWorkflow"], InCi);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains($"{File} is missing", result.Output, StringComparison.Ordinal);
    }

    /// <summary>GitHub looks only in the root of the git repository.</summary>
    [Fact]
    public async Task FindsTheFileIfTheBuildIsInAFolderOfTheRepository()
    {
        using var repository = new SampleRepository("tools/release");
        repository.AddBuild();
        Assert.True((await repository.RunAsync("ReleasingOnBoth", ["Pack"])).ExitCode == 0);

        var result = await repository.RunAsync("ReleasingOnBoth", ["CheckWorkflow"], InCi);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.False(Directory.Exists(repository.Combine(".github")));
        Assert.Contains("working-directory: tools/release", await System.IO.File.ReadAllTextAsync(Path.Combine(repository.GitPath, File), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("cd 'tools/release'", await System.IO.File.ReadAllTextAsync(Path.Combine(repository.GitPath, ".gitlab-ci.yml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Renovate and Dependabot write the commit and the version of a newer release into the file.</summary>
    [Theory]
    [InlineData("v8.0.0", true)]
    [InlineData("v7.0.2", true)]
    [InlineData("v8", true)]
    [InlineData("v7.0.0", false)]
    [InlineData("v6.99.99", false)]
    [InlineData("main", false)]
    public async Task KeepsAPinThatIsNewerThanTheBuiltInOne(string version, bool stays)
    {
        using var repository = new SampleRepository();
        repository.AddBuild();
        await repository.RunAsync("Releasing", ["Pack"]);
        var other = $"actions/checkout@{new string('b', 40)} # {version}";
        var text = await System.IO.File.ReadAllTextAsync(repository.Combine(File), TestContext.Current.CancellationToken);
        repository.Write(File, text.Replace($"{PinnedAction.Checkout.Reference} # {PinnedAction.Checkout.Version}", other, StringComparison.Ordinal));

        var check = await repository.RunAsync("Releasing", ["CheckWorkflow"], InCi);
        Assert.True((await repository.RunAsync("Releasing", ["Pack"])).ExitCode == 0);

        Assert.Equal(stays, check.ExitCode == 0);
        Assert.Equal(stays, check.Output.Contains($"{version} in .github/workflows/release.yml is newer than the built-in pin and is kept.", StringComparison.Ordinal));
        Assert.Equal(stays, (await System.IO.File.ReadAllTextAsync(repository.Combine(File), TestContext.Current.CancellationToken)).Contains(other, StringComparison.Ordinal));
    }

    [Fact]
    public async Task FailsWhenTheFileIsMissing()
    {
        using var repository = new SampleRepository();
        repository.AddBuild();

        var result = await repository.RunAsync("Releasing", ["CheckWorkflow"], InCi);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("release.yml is missing", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChecksTheGitLabPipelineToo()
    {
        using var repository = new SampleRepository();
        repository.AddBuild();
        Assert.True((await repository.RunAsync("ReleasingOnBoth", ["Pack"])).ExitCode == 0);
        var current = await repository.RunAsync("ReleasingOnBoth", ["CheckWorkflow"], new Dictionary<string, string> { ["GITLAB_CI"] = "true" });
        var text = await System.IO.File.ReadAllTextAsync(repository.Combine(".gitlab-ci.yml"), TestContext.Current.CancellationToken);
        repository.Write(".gitlab-ci.yml", text.Replace("GIT_STRATEGY: none", "GIT_STRATEGY: clone", StringComparison.Ordinal));

        var changed = await repository.RunAsync("ReleasingOnBoth", ["CheckWorkflow"], new Dictionary<string, string> { ["GITLAB_CI"] = "true" });

        Assert.True(current.ExitCode == 0, current.Output);
        Assert.NotEqual(0, changed.ExitCode);
        Assert.Contains("Out of date: .gitlab-ci.yml, see above.", changed.Output, StringComparison.Ordinal);
        AddressOfASection.Expect(ManualSection.WorkflowOutOfDate, changed.Output);
        Assert.Contains("-    GIT_STRATEGY: clone", changed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://gitlab.com/octo-org/greeter.git")]
    public async Task SaysThatTheRepositoryIsUnknown(string? remote)
    {
        using var repository = await FromRemoteAsync(remote);

        var result = await repository.RunAsync("ReleasingFromItsRemote", ["CheckWorkflow"], InCi);

        Assert.Contains("The repository is unknown", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysWhereTheRepositoryComesFromIfTheFileDiffers()
    {
        using var repository = await FromRemoteAsync("git@github.com:octocat/fork.git");

        var result = await repository.RunAsync("ReleasingFromItsRemote", ["CheckWorkflow"], InCi);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Matches("The repository \\S*octocat/fork\\S* was taken from the git remote 'origin'\\.", result.Output); // the name may be coloured
    }

    private static async Task<SampleRepository> FromRemoteAsync(string? remote)
    {
        var git = Peers.Find("git");
        var repository = new SampleRepository();
        repository.AddBuild();
        await ChildProcess.RunAsync(git, ["init", "--quiet"], repository.Path, cancellationToken: TestContext.Current.CancellationToken);
        if (remote is not null)
        {
            await ChildProcess.RunAsync(git, ["remote", "add", "origin", remote], repository.Path, cancellationToken: TestContext.Current.CancellationToken);
        }

        return repository;
    }

    private static Dictionary<string, string> InCi => new() { ["GITHUB_ACTIONS"] = "true" };
}

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The target <c>CheckWorkflow</c> in CI, where nothing is generated.</summary>
public sealed class CheckingTheWorkflow
{
    private const string File = ".github/workflows/release.yml";

    [Fact]
    public async Task PassesForTheFileThatALocalRunWrote()
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

    [Fact]
    public async Task FailsWhenTheFileIsMissing()
    {
        using var repository = new SampleRepository();
        repository.AddBuild();

        var result = await repository.RunAsync("Releasing", ["CheckWorkflow"], InCi);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("release.yml is missing", result.Output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> InCi => new() { ["GITHUB_ACTIONS"] = "true" };
}

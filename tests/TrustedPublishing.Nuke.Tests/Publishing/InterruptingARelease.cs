using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>
/// Ctrl+C, or the termination of a job, while a file is being sent. On Ctrl+C, NUKE writes its table and "Build failed" immediately, while the release is
/// still stopping gracefully.
/// </summary>
public sealed class InterruptingARelease
{
    private const string Announced = "Interrupted, but still running";

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task FinishesTheFileThatIsBeingSentAndReportsWhatIsOnTheIndex(string signal)
    {
        CtrlC.SkipWhenImpossible(signal);
        await using var index = await StartAsync("6s");
        using var repository = new SampleRepository();
        var upload = index.NextUpload();
        using var build = Start(repository, index);
        await build.ReadUntilAsync("Sending greeter-1.0.0.tar.gz");
        await upload.WaitAsync(TestContext.Current.CancellationToken); // announced slightly before its request starts; the index delays it for longer

        await build.InterruptAsync(signal);
        var until = await build.ReadUntilAsync(Announced);
        var exitCode = await build.EndAsync();

        Assert.Equal(signal == "INT", until.Contains("Build failed", StringComparison.Ordinal));
        Assert.Equal(signal == "INT", until.Contains("despite NUKE's message above", StringComparison.Ordinal));
        Assert.Equal(["greeter-1.0.0.tar.gz"], index.Files.Select(file => file.FileName));
        Assert.Contains("Files: 1 of 2", build.Output, StringComparison.Ordinal);
        ExpectOrder(exitCode, build);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task EndsImmediatelyTheSecondTime(string signal, int expected)
    {
        CtrlC.SkipWhenImpossible(signal);
        await using var index = await StartAsync("40s");
        using var repository = new SampleRepository();
        using var build = Start(repository, index);
        await build.ReadUntilAsync("Sending greeter-1.0.0.tar.gz");

        await build.InterruptAsync(signal);
        await build.ReadUntilAsync(Announced);
        await build.InterruptAsync(signal);

        Assert.Equal(expected, await build.EndAsync());
        Assert.Empty(index.Files);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task EndsARehearsalInTheSameOrder(string signal)
    {
        CtrlC.SkipWhenImpossible(signal);
        using var repository = new SampleRepository();
        using var build = StartRehearsal(repository, "6s");
        await build.ReadUntilAsync("Sending greeter-1.0.0.tar.gz");

        await build.InterruptAsync(signal);
        await build.ReadUntilAsync(Announced);

        ExpectOrder(await build.EndAsync(), build);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task EndsARehearsalAtOnceTheSecondTime(string signal, int expected)
    {
        CtrlC.SkipWhenImpossible(signal);
        using var repository = new SampleRepository();
        using var build = StartRehearsal(repository, "40s");
        await build.ReadUntilAsync("Sending greeter-1.0.0.tar.gz");

        await build.InterruptAsync(signal);
        await build.ReadUntilAsync(Announced);
        await build.InterruptAsync(signal);

        Assert.Equal(expected, await build.EndAsync());
    }

    private static void ExpectOrder(int exitCode, RunningBuild build)
    {
        Assert.NotEqual(0, exitCode);
        Assert.Matches("Files: [01] of 2", build.Output); // a rehearsal announces a file a moment before it is sent
        Assert.Contains("Failure: Cancelled", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", build.Output, StringComparison.Ordinal);
    }

    private static RunningBuild StartRehearsal(SampleRepository repository, string held)
    {
        repository.Write("faults.txt", $"upload 1 delay {held}\n");
        return new(repository, "PythonOnly", ["Rehearse", "--verbosity", "verbose", "--rehearsal-faults", "faults.txt"]);
    }

    private static RunningBuild Start(SampleRepository repository, RehearsalIndex index) =>
        new(repository, "PythonOnly", ["Publish", "--verbosity", "verbose"], new Dictionary<string, string>(index.JobEnvironment()) { ["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri });

    /// <param name="held">How long the first file is delayed.</param>
    private static async Task<RehearsalIndex> StartAsync(string held)
    {
        var index = await RehearsalIndex.StartAsync(new() { Faults = RehearsalFaults.Parse($"upload 1 delay {held}") }, TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", PendingProject = "greeter" });
        return index;
    }
}

using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>
/// Ctrl+C while a file is being sent. NUKE writes its table and "Build failed" immediately, while the release is still stopping gracefully.
/// </summary>
public sealed class InterruptingARelease
{
    private const string Announced = "Interrupted, but still running";

    [Fact]
    public async Task FinishesTheFileThatIsBeingSentAndSaysWhatIsThere()
    {
        CtrlC.SkipWhenImpossible();
        await using var index = await StartAsync("6s");
        using var repository = new SampleRepository();
        var upload = index.NextUpload();
        using var build = Start(repository, index);
        await build.ReadUntilAsync("Sending greeter-1.0.0.tar.gz");
        await upload.WaitAsync(TestContext.Current.CancellationToken); // announced slightly before its request starts; the index delays it for longer

        await build.InterruptAsync();
        var until = await build.ReadUntilAsync(Announced);
        var exitCode = await build.EndAsync();

        Assert.Contains("Build failed", until, StringComparison.Ordinal);
        Assert.NotEqual(0, exitCode);
        Assert.Equal(["greeter-1.0.0.tar.gz"], index.Files.Select(file => file.FileName));
        Assert.Contains("Files: 1 of 2", build.Output, StringComparison.Ordinal);
        Assert.Contains("Failure: Cancelled", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndsAtOnceTheSecondTime()
    {
        CtrlC.SkipWhenImpossible();
        await using var index = await StartAsync("40s");
        using var repository = new SampleRepository();
        using var build = Start(repository, index);
        await build.ReadUntilAsync("Sending greeter-1.0.0.tar.gz");

        await build.InterruptAsync();
        await build.ReadUntilAsync(Announced);
        await build.InterruptAsync();

        Assert.Equal(130, await build.EndAsync());
        Assert.Empty(index.Files);
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

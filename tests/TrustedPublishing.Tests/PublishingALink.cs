namespace TrustedPublishing.Tests;

public class PublishingALink
{
    [Fact]
    public async Task UploadsItsTarget()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only administrators make symbolic links.");
        await using var bench = await ReleaseBench.StartAsync();
        var target = bench.AddWheel("cp38", 10);
        var elsewhere = Directory.CreateDirectory(Path.Combine(bench.Options.BaseDirectory, "build")).FullName;
        File.Move(target, Path.Combine(elsewhere, "payload.bin"));
        File.CreateSymbolicLink(Path.Combine(elsewhere, "link"), Path.Combine(elsewhere, "payload.bin"));
        File.CreateSymbolicLink(target, Path.Combine("build", "link"));

        Assert.True((await bench.PublishAsync(TestContext.Current.CancellationToken)).Succeeded);
        bench.AssertComplete();
    }

    [Fact]
    public async Task ThatIsBrokenIsAFinding()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only administrators make symbolic links.");
        await using var bench = await ReleaseBench.StartAsync();
        File.CreateSymbolicLink(Path.Combine(bench.Options.BaseDirectory, "greeter-1.0-py3-none-any.whl"), "nowhere");

        Assert.Equal(PublishFailure.UnusableDistributions, (await bench.FailAsync(TestContext.Current.CancellationToken)).Failure);
    }
}

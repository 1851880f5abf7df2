using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Packing;

/// <summary>The sample tool, compiled to native code and released once for all tests of a class.</summary>
public sealed class ToolFixture : IDisposable
{
    private readonly SampleCopy copy = new("hello-tool");
    private readonly TemporaryDirectory work = new();
    private Task<string>? releasing;
    private Task<string>? environment;

    /// <summary>The wheel.</summary>
    public async Task<string> WheelAsync()
    {
        await OutputAsync();
        return Assert.Single(copy.Wheels);
    }

    /// <summary>What the build printed, which packed the tool and rehearsed its release.</summary>
    public Task<string> OutputAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What the sample is said to give is what it gives on Linux.");
        return releasing ??= copy.RunAsync("Rehearse");
    }

    /// <summary>The folder of an empty virtual environment. Creating one takes seconds; a copy of it works as well.</summary>
    public Task<string> EnvironmentAsync() => environment ??= CreateEnvironmentAsync();

    internal SampleCopy Copy => copy;

    /// <summary>The published program that the wheel contains.</summary>
    public string Program => Directory.EnumerateFiles(Path.Combine(copy.Folder, ".nuke", "temp", "tool"), "hello", SearchOption.AllDirectories).Single();

    public void Dispose()
    {
        copy.Dispose();
        work.Dispose();
    }

    private async Task<string> CreateEnvironmentAsync()
    {
        var created = await ChildProcess.RunAsync(Peers.Find("python3"), ["-m", "venv", work.Combine("venv")], cancellationToken: TestContext.Current.CancellationToken);
        Assert.SkipUnless(created.ExitCode == 0, "python3 makes no virtual environments: install python3-venv.");
        return work.Combine("venv");
    }
}

namespace TrustedPublishing.Nuke.Tests.Packing;

/// <summary>The sample tool, compiled to native code and packed once for all tests of a class.</summary>
public sealed class ToolFixture : IDisposable
{
    private readonly SampleCopy copy = new("hello-tool");
    private Task<string>? packing;

    /// <summary>The wheel.</summary>
    public async Task<string> WheelAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What the sample is said to give is what it gives on Linux.");
        await (packing ??= copy.RunAsync("Pack"));
        return Assert.Single(copy.Wheels);
    }

    /// <summary>The published program that the wheel contains.</summary>
    public string Program => Directory.EnumerateFiles(Path.Combine(copy.Folder, ".nuke", "temp", "tool"), "hello", SearchOption.AllDirectories).Single();

    public void Dispose() => copy.Dispose();
}

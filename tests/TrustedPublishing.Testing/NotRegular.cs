using Xunit;

namespace TrustedPublishing.Testing;

/// <summary>Things in a folder that are no regular files.</summary>
public static class NotRegular
{
    /// <summary>A pipe, which nobody writes to: whoever opens it waits for ever. The running test is skipped where there are none.</summary>
    public static async Task<string> PipeAsync(string path)
    {
        await ChildProcess.RunAsync(Peers.Find("mkfifo"), [path], cancellationToken: TestContext.Current.CancellationToken);
        return path;
    }

    /// <summary>A link to a device that never ends.</summary>
    public static string LinkToDevice(string path)
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero on this system.");
        File.CreateSymbolicLink(path, "/dev/zero");
        return path;
    }
}

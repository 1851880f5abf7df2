using System.Diagnostics;
using Xunit;

namespace TrustedPublishing.Testing;

/// <summary>File system entries that are not regular files.</summary>
public static class NotRegular
{
    /// <summary>A pipe without a writer: opening it blocks forever. The running test is skipped if pipes are not supported.</summary>
    public static async Task<string> PipeAsync(string path)
    {
        await ChildProcess.RunAsync(Peers.Find("mkfifo"), [path], cancellationToken: TestContext.Current.CancellationToken);
        return path;
    }

    /// <summary>A link to an endless device.</summary>
    public static string LinkToDevice(string path)
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero on this system.");
        File.CreateSymbolicLink(path, "/dev/zero");
        return path;
    }

    /// <summary>Deletes a folder with paths and names that the runtime cannot open.</summary>
    public static void Delete(string folder)
    {
        if (Peers.TryFind("rm") is { } rm)
        {
            using var process = Process.Start(rm, ["-rf", folder]);
            process.WaitForExit();
        }
    }
}

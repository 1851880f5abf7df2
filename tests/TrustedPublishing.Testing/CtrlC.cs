using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace TrustedPublishing.Testing;

/// <summary>Interrupts programs as a terminal does.</summary>
public static class CtrlC
{
    private const int InterruptBit = 1 << 1;

    /// <summary>Skips the running test if programs cannot be interrupted.</summary>
    public static void SkipWhenImpossible()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Ctrl+C is sent with kill -INT, which Windows does not have.");
        Assert.SkipWhen(IsIgnored(), "This process ignores SIGINT, as a shell's background jobs do, and so does every program that it starts: run the tests in the foreground.");
    }

    /// <summary>Interrupts a program.</summary>
    public static async Task SendAsync(Process program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var result = await ChildProcess.RunAsync(Peers.Find("kill"), ["-INT", program.Id.ToString(CultureInfo.InvariantCulture)], cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.Output);
    }

    /// <summary>A signal that is ignored when a program starts stays ignored; only Linux reveals this.</summary>
    private static bool IsIgnored() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
        && (long.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & InterruptBit) != 0;
}

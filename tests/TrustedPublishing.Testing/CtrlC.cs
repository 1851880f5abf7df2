using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace TrustedPublishing.Testing;

/// <summary>Interrupts programs as a terminal does, or a CI system that cancels a job.</summary>
public static class CtrlC
{
    private const int InterruptBit = 1 << 1;

    /// <summary>Skips the running test if programs cannot be interrupted.</summary>
    public static void SkipWhenImpossible()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Ctrl+C is sent with kill -INT, which Windows does not have.");
        Assert.SkipWhen(IsIgnored(), "This process ignores SIGINT, as a shell's background jobs do, and so does every program that it starts: run the tests in the foreground.");
    }

    /// <summary>Reports the running test as skipped where a signal cannot be sent, or not be received.</summary>
    /// <param name="signal">INT or TERM.</param>
    public static void SkipWhenImpossible(string signal)
    {
        if (signal == "INT")
        {
            SkipWhenImpossible();
        }

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill, which Windows does not have.");
    }

    /// <summary>Interrupts a program.</summary>
    public static Task SendAsync(Process program) => SendAsync(program, "INT");

    /// <summary>Sends a program a signal: INT or TERM.</summary>
    public static async Task SendAsync(Process program, string signal)
    {
        ArgumentNullException.ThrowIfNull(program);
        var result = await ChildProcess.RunAsync(Peers.Find("kill"), [$"-{signal}", program.Id.ToString(CultureInfo.InvariantCulture)], cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0 || program.HasExited, result.Output);
    }

    /// <summary>A signal that is ignored when a program starts stays ignored; only Linux reveals this.</summary>
    private static bool IsIgnored() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
        && (long.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & InterruptBit) != 0;
}

using System.Globalization;
using System.Runtime.InteropServices;
using TrustedPublishing.Benchmarks.Clients;

namespace TrustedPublishing.Benchmarks.Report;

/// <summary>The environment on which the results depend.</summary>
internal static class Machine
{
    private static readonly string[] Versions = ["twine --version", "curl --version", "openssl version"];

    public static async Task<IReadOnlyList<string>> DescribeAsync() =>
    [
        DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {Processor()}",
        $"{RuntimeInformation.FrameworkDescription}, {(NukeBuilds.HaveStandIns ? "stand-ins for NUKE" : "NUKE")}",
        .. (await Task.WhenAll(Versions.Select(VersionAsync))).OfType<string>(),
    ];

    private static string Processor() =>
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>The first words of a program's version output; null if it is not installed.</summary>
    private static async Task<string?> VersionAsync(string command)
    {
        var words = command.Split(' ');
        return Programs.Exist(words[0]) ? string.Join(' ', (await MeasuredProcess.RunAsync(Programs.Of(words[0], words[1..]))).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(3)) : null;
    }
}

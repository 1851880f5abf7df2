using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using TrustedPublishing.Identity;
using TrustedPublishing.LocalSystem;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>
/// Runs a program that builds something to pack. <see cref="PackVariables"/> decides which environment variables it sees; its output is logged.
/// </summary>
internal static class PackProcess
{
    private const int ShownLines = 20;

    /// <summary>Runs it and returns its standard output.</summary>
    /// <param name="purpose">What it is run for; the start of the error message.</param>
    /// <param name="program">The path of the program.</param>
    /// <param name="arguments">The arguments, passed without changes.</param>
    /// <param name="directory">The working directory.</param>
    /// <param name="variables">The environment variables that it sees in addition to the default ones.</param>
    /// <param name="isQuiet">Whether its output is not logged.</param>
    /// <exception cref="Failure">It cannot be started, or its exit code is not 0.</exception>
    public static string Run(string purpose, string program, IReadOnlyList<string> arguments, string directory, PackVariables variables, bool isQuiet = false)
    {
        var last = new ConcurrentQueue<string>();
        if (!isQuiet)
        {
            BuildLog.Information($"> {program} {string.Join(' ', arguments)}");
        }

        var ended = Start(purpose, new ProcessStartInfo(program, arguments) { WorkingDirectory = directory }, variables, line => KeepAndLog(last, line, isQuiet));
        return ended.ExitCode == 0 ? ended.Output.Trim() : throw new Failure(
            $"{purpose} failed: {Path.GetFileName(program)} {string.Join(' ', arguments)} ended with exit code {ended.ExitCode}. Output:\n{string.Join('\n', last)}");
    }

    private static ChildResult Start(string purpose, ProcessStartInfo start, PackVariables variables, Action<string> tell)
    {
        try
        {
            return ChildProgram.RunAsync(start, variables.Allows, tell, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Win32Exception exception)
        {
            throw new Failure($"{purpose} failed: {start.FileName} cannot be started: {exception.Message}", exception);
        }
    }

    private static void KeepAndLog(ConcurrentQueue<string> last, string line, bool isQuiet)
    {
        last.Enqueue(line);
        if (last.Count > ShownLines)
        {
            last.TryDequeue(out _);
        }

        if (!isQuiet)
        {
            BuildLog.Verbose(line);
        }
    }

    /// <summary>The full path of a program on PATH, or null.</summary>
    public static string? Find(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [program, $"{program}.exe", $"{program}.cmd", $"{program}.bat"] : [program];
        return CiEnvironment.OfThisProcess().GetValueOrDefault("PATH", "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}

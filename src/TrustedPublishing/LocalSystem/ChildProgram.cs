using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace TrustedPublishing.LocalSystem;

/// <summary>A program's exit code and output, each stream truncated at a limit.</summary>
internal sealed record ChildResult(int ExitCode, string Output, string Errors);

/// <summary>
/// The only place that starts programs: without a shell, with an empty standard input, with a restricted environment
/// (<see cref="ChildEnvironment"/>), and with limited output.
/// </summary>
internal static class ChildProgram
{
    /// <summary>Longer output is truncated, and so is a longer line.</summary>
    private const int LongestOutput = 16 << 20;
    private const int LongestLine = 64 << 10;

    /// <summary>Runs a program and waits until it exits.</summary>
    /// <param name="start">Program, arguments and working directory; variables set here override those of this process.</param>
    /// <param name="mayAlsoSee">Whether the program may see a variable that is not on the list, given its name and value.</param>
    /// <param name="tell">Called for every line of output, from two threads; may be null.</param>
    /// <param name="cancellationToken">Kills the program and all its child processes.</param>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static async Task<ChildResult> RunAsync(ProcessStartInfo start, Func<string, string?, bool> mayAlsoSee, Action<string>? tell, CancellationToken cancellationToken)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        (start.UseShellExecute, start.CreateNoWindow) = (false, true);
        ChildEnvironment.Restrict(start, mayAlsoSee);
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var output = ReadAsync(process.StandardOutput, tell, cancellationToken);
            var errors = ReadAsync(process.StandardError, tell, cancellationToken);
            await Task.WhenAll(output, errors);
            await process.WaitForExitAsync(cancellationToken);
            return new(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts a program that outlives this process, such as a browser. Its output is discarded.</summary>
    /// <param name="start">Program and arguments.</param>
    /// <param name="mayAlsoSee">As for <see cref="RunAsync"/>.</param>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static void StartAndLeave(ProcessStartInfo start, Func<string, string?, bool> mayAlsoSee)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        (start.UseShellExecute, start.CreateNoWindow) = (false, true);
        ChildEnvironment.Restrict(start, mayAlsoSee);
        using var process = Process.Start(start)!;
    }

    private static async Task<string> ReadAsync(StreamReader reader, Action<string>? tell, CancellationToken cancellationToken)
    {
        var (kept, line, buffer) = (new StringBuilder(), new StringBuilder(), new char[8192]);
        for (int read; (read = await reader.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            kept.Append(buffer, 0, Math.Min(read, LongestOutput - kept.Length));
            for (var at = 0; tell is not null && at < read; at++)
            {
                Add(line, buffer[at], tell);
            }
        }

        Tell(line, tell);
        return kept.ToString();
    }

    private static void Add(StringBuilder line, char character, Action<string> tell)
    {
        if (character == '\n')
        {
            Tell(line, tell);
        }
        else if (line.Length < LongestLine && character != '\r')
        {
            line.Append(character);
        }
    }

    private static void Tell(StringBuilder line, Action<string>? tell)
    {
        if (line.Length > 0)
        {
            tell?.Invoke(line.ToString());
            line.Clear();
        }
    }
}

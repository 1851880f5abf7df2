using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace TrustedPublishing.LocalSystem;

/// <summary>How a program ended, and what it printed, each text cut at a limit.</summary>
internal sealed record ChildResult(int ExitCode, string Output, string Errors);

/// <summary>
/// The one place where programs are started: without a shell, with nothing to read, with an environment that holds only what is allowed
/// (<see cref="ChildEnvironment"/>), and with output that is counted while it is read.
/// </summary>
internal static class ChildProgram
{
    /// <summary>What is longer is cut, in a text of a program as in a line that is told.</summary>
    private const int LongestOutput = 16 << 20;
    private const int LongestLine = 64 << 10;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="start">Program, arguments, folder; variables set here count before those of this process.</param>
    /// <param name="mayAlsoSee">Whether the program is given a variable that is on no list, by its name and value.</param>
    /// <param name="tell">Told every line of output, from two threads; null for nobody.</param>
    /// <param name="cancellationToken">Ends the program and all that it started.</param>
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

    /// <summary>Starts a program that lives on by itself, such as a browser. Its output is nobody's.</summary>
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

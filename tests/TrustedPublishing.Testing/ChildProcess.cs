using System.Diagnostics;
using System.Text;

namespace TrustedPublishing.Testing;

/// <summary>Runs another program to completion and captures its whole output.</summary>
public static class ChildProcess
{
    /// <summary>Runs <paramref name="program"/>; an exit code other than 0 is not treated as an error.</summary>
    /// <param name="program">A path, or a name found on PATH.</param>
    /// <param name="arguments">The arguments, passed without changes: no quoting is needed.</param>
    /// <param name="workingDirectory">Default: that of this process.</param>
    /// <param name="environment">Set on top of this process's environment; <see langword="null"/> as a value removes the variable.</param>
    /// <param name="timeout">Default: <see cref="Patience.Limit"/>. After that, the program and its child processes are killed.</param>
    /// <param name="cancellationToken">Kills them too.</param>
    /// <exception cref="TimeoutException">It did not end in time; the message contains its output.</exception>
    public static async Task<ChildProcessResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string?>? environment = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default)
    {
        using var process = new Process { StartInfo = StartInfo(program, arguments, workingDirectory, environment) };
        var printed = new Printed(process);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout ?? Patience.Limit);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"'{program}' did not end in time. It had printed:\n{printed.All()}");
        }

        return new ChildProcessResult(process.ExitCode, printed.StandardOutput(), printed.StandardError(), printed.All());
    }

    static ProcessStartInfo StartInfo(
        string program, IEnumerable<string> arguments, string? workingDirectory, IReadOnlyDictionary<string, string?>? environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment.Remove(name);
            if (value is not null)
            {
                start.Environment.Add(name, value);
            }
        }

        return start;
    }
}

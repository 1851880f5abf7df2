using System.ComponentModel;
using System.Diagnostics;
using TrustedPublishing.Http;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Identity;

/// <summary>Runs a CI system's own program for its token: no shell, a deadline, and nothing of its output is shown, for it is the token.</summary>
internal static class IdentityProgram
{
    public static async Task<Secret> RunAsync(CiSystem system, PublishOptions options, string program, string[] arguments, CancellationToken cancellationToken)
    {
        var path = Find(program, options.Environment) ?? throw IdentityFailures.IdentityUnavailable(system.Name, system.Source, $"the program '{program}' is not on the PATH");
        using var deadline = new CancellationTokenSource(HttpClients.ShortDeadline, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var process = Start(system, path, arguments, options.Environment);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            var complaints = process.StandardError.ReadToEndAsync(either.Token);
            await Task.WhenAll(output, complaints);
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode == 0 && Secret.From((await output).Trim()) is { } token
                ? token
                : throw IdentityFailures.IdentityUnavailable(system.Name, system.Source, $"the program ended with exit code {process.ExitCode}{(process.ExitCode == 0 ? " and no output" : "")}");
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw IdentityFailures.IdentityUnavailable(system.Name, system.Source, $"the program did not finish within {HttpClients.ShortDeadline.TotalSeconds:0} seconds", exception);
        }
    }

    private static Process Start(CiSystem system, string path, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        ChildEnvironment.Restrict(start, "BUILDKITE", "CIRCLE"); // the programs know the job by their own variables

        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception exception)
        {
            throw IdentityFailures.IdentityUnavailable(system.Name, system.Source, $"the program could not be started: {exception.Message}", exception);
        }
    }

    private static string? Find(string program, IReadOnlyDictionary<string, string> environment)
    {
        var file = OperatingSystem.IsWindows() ? $"{program}.exe" : program;
        return (environment.GetValueOrDefault("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified) // A program from the working directory could be anybody's.
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }
}

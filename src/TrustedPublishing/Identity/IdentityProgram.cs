using System.ComponentModel;
using System.Diagnostics;
using TrustedPublishing.Http;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Identity;

/// <summary>
/// Runs a CI system's command-line tool to get its token: without a shell, with a deadline, and without showing the output, because the output is the
/// token.
/// </summary>
internal static class IdentityProgram
{
    public static async Task<Secret> RunAsync(CiSystem system, CiJob job, string program, string[] arguments, CancellationToken cancellationToken)
    {
        var path = Find(program, job.Environment) ?? throw IdentityFailures.IdentityUnavailable(system.Name, system.Source, $"the program '{program}' is not on the PATH");
        using var deadline = new CancellationTokenSource(HttpClients.ShortDeadline, job.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var ended = await ChildProgram.RunAsync(Start(path, arguments, job.Environment), IsOfAgents, tell: null, either.Token);
            return ended.ExitCode == 0 && Secret.From(ended.Output.Trim()) is { } token
                ? token
                : throw IdentityFailures.IdentityUnavailable(system.Name, system.Source, $"the program ended with exit code {ended.ExitCode}{(ended.ExitCode == 0 ? " and no output" : "")}");
        }
        catch (Win32Exception exception)
        {
            throw IdentityFailures.IdentityUnavailable(system.Name, system.Source, $"the program could not be started: {exception.Message}", exception);
        }
        catch (OperationCanceledException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw IdentityFailures.IdentityUnavailable(system.Name, system.Source, $"the program did not finish within {HttpClients.ShortDeadline.TotalSeconds:0} seconds", exception);
        }
    }

    private static ProcessStartInfo Start(string path, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(path, arguments);
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>The tools identify the job by these variables.</summary>
    private static bool IsOfAgents(string variable, string? value) => variable.StartsWith("BUILDKITE", StringComparison.Ordinal) || variable.StartsWith("CIRCLE", StringComparison.Ordinal);

    private static string? Find(string program, IReadOnlyDictionary<string, string> environment)
    {
        var file = OperatingSystem.IsWindows() ? $"{program}.exe" : program;
        return (environment.GetValueOrDefault("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified) // Anyone could have put a program into the working directory.
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }
}

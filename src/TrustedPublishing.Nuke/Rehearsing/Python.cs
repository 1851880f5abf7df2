using System.ComponentModel;
using System.Diagnostics;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>A Python installation on this machine that has pip.</summary>
internal sealed class Python(string program)
{
    /// <summary>Compiling native extensions takes time.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    public static async Task<Python?> FindAsync()
    {
        foreach (var program in (string[])["python3", "python"])
        {
            if (await StartAsync(program, ["-c", "import pip"], importFrom: null) is (0, _))
            {
                return new(program);
            }
        }

        return null;
    }

    /// <summary>Runs it and returns its output; any exit code other than 0 fails the target with the output.</summary>
    public async Task<string> RunAsync(IReadOnlyList<string> arguments, string? importFrom = null) =>
        await StartAsync(program, arguments, importFrom) switch
        {
            (0, var output) => output,
            (var code, var output) => throw new Failure($"{program} {string.Join(' ', arguments)} ended with exit code {code}:\n{output}"),
        };

    /// <summary>Runs it; returns null on success, otherwise the output.</summary>
    public async Task<string?> TryAsync(IReadOnlyList<string> arguments) =>
        await StartAsync(program, arguments, importFrom: null) is (not 0, var output) ? output : null;

    private static async Task<(int? ExitCode, string Output)> StartAsync(string program, IReadOnlyList<string> arguments, string? importFrom)
    {
        var start = new ProcessStartInfo(program, arguments);
        if (importFrom is not null)
        {
            start.Environment["PYTHONPATH"] = importFrom;
        }

        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var ended = await ChildProgram.RunAsync(start, (variable, _) => importFrom is not null && variable == "PYTHONPATH", tell: null, limit.Token);
            return (ended.ExitCode, $"{ended.Output}{ended.Errors}".Trim());
        }
        catch (OperationCanceledException)
        {
            return (null, $"It did not end within {Limit.TotalMinutes:0} minutes.");
        }
        catch (Win32Exception exception)
        {
            return (null, exception.Message);
        }
    }
}

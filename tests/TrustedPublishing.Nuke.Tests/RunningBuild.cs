using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests;

/// <summary>A sample build that is observed while it runs, so that it can be interrupted at a specific point.</summary>
internal sealed partial class RunningBuild : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public RunningBuild(SampleRepository repository, string build, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [SampleRepository.BuildAssembly, .. arguments]) { WorkingDirectory = repository.Path, RedirectStandardOutput = true };
        foreach (var (name, value) in SampleRepository.Variables(build, environment))
        {
            start.Environment.Remove(name);
            if (value is not null)
            {
                start.Environment.Add(name, value);
            }
        }

        limit.CancelAfter(Patience.Limit);
        process = Process.Start(start)!;
    }

    /// <summary>Its output so far, without colours.</summary>
    public string Output => output.ToString();

    /// <summary>Reads until a line contains the text, or to the end; the test fails if nothing more arrives for a long time.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } raw)
            {
                var line = Colours().Replace(raw, "");
                output.Append(line).Append('\n');
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Nothing more came. The build had printed:\n{Output}");
        }

        Assert.True(Output.Contains(text, StringComparison.Ordinal), $"It ended without saying so:\n{Output}");
        return Output;
    }

    /// <param name="signal">INT, as Ctrl+C sends it, or TERM, as CI systems and service managers do.</param>
    public Task InterruptAsync(string signal = "INT") => CtrlC.SendAsync(process, signal);

    /// <summary>Reads the rest and returns the exit code.</summary>
    public async Task<int> EndAsync()
    {
        output.Append(Colours().Replace(await process.StandardOutput.ReadToEndAsync(limit.Token), ""));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        limit.Dispose();
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colours();
}

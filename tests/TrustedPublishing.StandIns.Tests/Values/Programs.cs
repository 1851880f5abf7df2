using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace TrustedPublishing.StandIns.Tests.Values;

public sealed class Programs
{
    [Fact]
    public void ReturnTheirOutput() => Assert.Equal("out", Assert.Single(Shell("echo out").AssertZeroExitCode().Output).Text);

    [Fact]
    public void TellErrorsFromOutput()
    {
        var lines = new List<(OutputType, string)>();

        Start("sh", $"-c {"echo bad>&2"}", logger: (type, line) => lines.Add((type, line))).AssertWaitForExit();

        Assert.Equal([(OutputType.Err, "bad")], lines);
    }

    [Fact]
    public void FailWithTheirErrorOutput()
    {
        var exception = Assert.ThrowsAny<Exception>(() => Shell("echo bad>&2; exit 3").AssertZeroExitCode());

        Assert.Equal("ProcessException", exception.GetType().Name);
        Assert.Contains("exited with code 3.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Error output:\n   bad\n", exception.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void FailWithTheirOutputWithoutErrors() =>
        Assert.Contains("Standard output:\n   out\n", Assert.ThrowsAny<Exception>(() => Shell("echo out; exit 3").AssertZeroExitCode()).Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public void SeeOnlyTheGivenEnvironment()
    {
        var environment = new Dictionary<string, string> { ["GREETING"] = "hello" };

        var process = Start("sh", $"-c {"echo $GREETING/$HOME/"}", environment);

        Assert.Equal("hello//", Assert.Single(process.AssertZeroExitCode().Output).Text);
    }

    [Fact]
    public void IncludeDotnet() => Assert.Matches(@"^\d+\.\d+", Assert.Single(DotNetTasks.DotNet($"--version")).Text);

    [Fact]
    public void QuoteHolesWithSpaces()
    {
        var (text, number, path) = ("two words", 3, (AbsolutePath)Path.GetFullPath("a b"));

        var process = Start("sh", $"-c \"printf '%s\\n' \\\"$@\\\"\" sh {text} {number} {path} {path:dn} {text:nq}");

        Assert.Equal(["two words", "3", path, path, "two", "words"], process.AssertZeroExitCode().Output.Select(line => line.Text));
    }

    [Fact]
    public void KeepSecretsOutOfLogs()
    {
        var written = new List<string>();
        using var log = new LoggerConfiguration().WriteTo.Sink(new Lines(written)).CreateLogger();
        var before = Log.Logger;
        Log.Logger = log;
        try
        {
            var secret = "hush";
            ProcessTasks.StartProcess("sh", $"-c \"echo {secret:r}\"").AssertZeroExitCode();
        }
        finally
        {
            Log.Logger = before;
        }

        Assert.Contains(written, line => line.Contains("[REDACTED]", StringComparison.Ordinal));
        Assert.DoesNotContain(written, line => line.Contains("hush", StringComparison.Ordinal));
    }

    private static IProcess Shell(string command) => Start("sh", $"-c {command}");

    private static IProcess Start(string program, ArgumentStringHandler arguments, Dictionary<string, string>? environment = null, Action<OutputType, string>? logger = null)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is written for a Unix shell.");
        return ProcessTasks.StartProcess(program, arguments, environmentVariables: environment, logInvocation: false, logOutput: logger is not null, logger: logger);
    }

    private sealed class Lines(List<string> lines) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => lines.Add(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}

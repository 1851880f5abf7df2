using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;

namespace TrustedPublishing.StandIns.Tests.Values;

public sealed class Programs
{
    [Fact]
    public void ReturnTheirOutput()
        => Assert.Equal("out", Shell("echo out").AssertZeroExitCode().Output.StdToText().Trim());

    [Fact]
    public void TellErrorsFromOutput() => Assert.Equal(OutputType.Err, Assert.Single(Shell("echo bad>&2").AssertWaitForExit().Output).Type);

    [Fact]
    public void FailWithTheirErrorOutput()
    {
        var exception = Assert.Throws<ProcessException>(() => Shell("echo bad>&2; exit 3").AssertZeroExitCode());

        Assert.Equal(3, exception.ExitCode);
        Assert.Contains("exited with code 3.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Error output:\n   bad\n", exception.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void SeeOnlyTheGivenEnvironment()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is written for a Unix shell.");
        var environment = new Dictionary<string, string> { ["GREETING"] = "hello" };

        var process = ProcessTasks.StartShell("echo $GREETING/$HOME/", environmentVariables: environment, logInvocation: false, logOutput: false);

        Assert.Equal("hello//", process.AssertZeroExitCode().Output.StdToText());
    }

    [Fact]
    public void RunThroughDotnetWhenTheyAreAssemblies()
    {
        var output = DotNetTasks.DotNet($"--version", logInvocation: false, logOutput: false);

        Assert.Matches(@"^\d+\.\d+", output.StdToText());
    }

    [Fact]
    public void AreLookedUpOnThePath() => Assert.True(File.Exists(ToolPathResolver.GetPathExecutable("dotnet")));

    [Fact]
    public void QuoteHolesWithSpaces()
    {
        var (text, number, path) = ("two words", 3, (AbsolutePath)"/a b/c");

        Assert.Equal("x \"two words\" 3 \"/a b/c\" two words", Text($"x {text} {number} {path} {text:nq}"));
    }

    [Fact]
    public void KeepSecretsOutOfLogs()
    {
        var secret = "hush";
        ArgumentStringHandler arguments = $"--key {secret:r}";

        Assert.Equal("--key [REDACTED]", arguments.GetFilter()("--key hush"));
        Assert.Equal("--key hush", arguments.ToStringAndClear());
    }

    [Fact]
    public void FailOnAnEmptySecretAsInNuke()
    {
        var secret = "";
        ArgumentStringHandler arguments = $"--key {secret:r}";
        var filter = arguments.GetFilter();

        Assert.Throws<ArgumentException>(() => filter("text"));
    }

    [Fact]
    public void UnwrapAWholeQuotedText()
    {
        Assert.Equal("--x 1", Text("--x 1"));
        Assert.Equal("a b", Text("\"a b\""));
        Assert.Equal("\"a\" \"b\"", Text("\"a\" \"b\""));
    }

    private static string Text(ArgumentStringHandler arguments) => arguments.ToStringAndClear();

    private static IProcess Shell(string command) => ProcessTasks.StartShell(command, logInvocation: false, logOutput: false);
}

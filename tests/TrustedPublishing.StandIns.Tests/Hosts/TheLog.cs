using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Hosts;

public sealed class TheLog : BuildTest
{
    private const string Build = "LoggingBuild";

    [Theory]
    [InlineData("verbose", "VRB DBG INF WRN ERR")]
    [InlineData("normal", "DBG INF WRN ERR")]
    [InlineData("minimal", "WRN ERR")]
    [InlineData("quiet", "ERR")]
    public void ShowsWhatTheVerbosityLetsThrough(string verbosity, string levels)
    {
        var spoken = Succeed(Build, "--verbosity", verbosity).Lines.Where(x => x.Length > 14 && x[8] == ' ' && x[9] == '[').ToList();

        Assert.Equal(levels.Split(' '), spoken.Where(x => x.Contains("] a", StringComparison.Ordinal)).Select(x => x[10..13]));
    }

    [Fact]
    public void ShowsDebugLinesNormally() => Assert.Contains("[DBG] a debug line", Succeed(Build).Output, StringComparison.Ordinal);

    [Fact]
    public void WritesTextWithoutQuotes() => Assert.Contains("[INF] an information for you\n", Succeed(Build).Output, StringComparison.Ordinal);

    [Fact]
    public void RepeatsWarningsAndErrorsAtTheEnd()
    {
        var output = Succeed(Build).Output;

        Assert.Contains("║ Errors & Warnings\n", output, StringComparison.Ordinal);
        Assert.Contains("\n[WRN] Speak: a warning about this\n[ERR] Speak: an error\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void IsColouredWhereTheTerminalSaysSoEvenIfRedirected()
    {
        Workspace.Environment["TERM"] = "xterm-256color";

        Assert.Contains("\u001b[38;5;214;1mWRN", Succeed(Build).Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void IsPlainElsewhere() => Assert.DoesNotContain("\u001b[", Succeed(Build).Raw, StringComparison.Ordinal);
}

using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Targets;

public sealed class ASucceedingBuild : BuildTest
{
    private const string Build = "FailingBuild";

    [Fact]
    public void ShowsTheReportsOfTargets()
        => Assert.Equal("Works Succeeded < 1sec // Packages: 3, Size: 42", Succeed(Build, "Works").Row("Works"));

    [Fact]
    public void ShowsOnlyTheLastReportOfATarget()
        => Assert.Equal("ReportsTwice Succeeded < 1sec // Final: 2", Succeed(Build, "ReportsTwice").Row("ReportsTwice"));

    [Fact]
    public void PadsItsTableWithNoBreakSpaces()
        => Assert.Contains("Works\u00a0\u00a0", Succeed(Build, "Works").Raw, StringComparison.Ordinal);

    [Fact]
    public void DoesNotListTargetsWithoutActions()
    {
        var outcome = Succeed("OrderingBuild", "Group");

        Assert.Equal(["Second", "First"], outcome.Ran);
        Assert.DoesNotContain("Group ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ReportsSuccessAtTheEnd() => Assert.Contains(Succeed(Build).Lines, x => x.StartsWith("Build succeeded on ", StringComparison.Ordinal));

    [Fact]
    public void CallsTheBuildAfterThat() => Assert.EndsWith("finished\n", Succeed(Build).Output, StringComparison.Ordinal);

    [Fact]
    public void MayStillDecideTheExitCode() => Assert.Equal(7, Run(Build, "Seven").ExitCode);

    [Fact]
    public void SaysThatItRunsOnTheStandIn()
    {
        Assert.SkipWhen(Workspace.RealBuilds != null, "These builds run on the real NUKE.");

        Assert.StartsWith("NUKE stand-in: ", Succeed(Build).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void OmitsTheLogoOnRequest() => Assert.DoesNotContain("NUKE", Succeed(Build, "--no-logo").Output, StringComparison.Ordinal);

    [Fact]
    public void KeepsALogFile()
    {
        Succeed("LoggingBuild");

        Assert.Contains("| V | Speak                | a verbose line", Workspace.Read(".nuke", "temp", "build.log"), StringComparison.Ordinal);
        Assert.Contains("| I | Speak                | an information for you", Workspace.Read(".nuke", "temp", "build.log"), StringComparison.Ordinal);
    }

    [Fact]
    public void KeepsNoLogFileOnAServer()
    {
        Workspace.Environment["GITHUB_ACTIONS"] = "true";

        Succeed(Build);

        Assert.False(File.Exists(Workspace.PathOf(".nuke", "temp", "build.log")));
    }
}

using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Targets;

public sealed class AFailingTarget : BuildTest
{
    private const string Build = "FailingBuild";

    [Fact]
    public void EndsTheBuildWithItsExceptionAndTheFirstLineInTheTable()
    {
        var outcome = Run(Build, "AfterFailure");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Empty(outcome.Ran);
        Assert.Contains("[ERR] Target Fails has thrown an exception\nSystem.InvalidOperationException: first line\nsecond line\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("Fails Failed < 1sec // InvalidOperationException: first line", outcome.Row("Fails"));
        Assert.Equal("AfterFailure NotRun", outcome.Row("AfterFailure"));
        Assert.Contains(outcome.Lines, x => x.StartsWith("Build failed on ", StringComparison.Ordinal));
    }

    [Fact]
    public void KeepsASummaryThatItHasReported()
        => Assert.Equal("FailsWithSummary Failed < 1sec // Done: half", Run(Build, "FailsWithSummary").Row("FailsWithSummary"));

    [Fact]
    public void FailsTheBuildEvenIfThePlanProceeds()
    {
        var outcome = Run(Build, "AfterProceeding");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Equal(["AfterProceeding"], outcome.Ran);
        Assert.Equal("FailsButProceeds Failed < 1sec // InvalidOperationException: no matter", outcome.Row("FailsButProceeds"));
    }

    [Fact]
    public void IsSeenByLaterTargets()
    {
        var outcome = Run(Build, "FailsButProceeds", "SaysStatus");

        Assert.Equal("FailsButProceeds", outcome.Value("failed"));
        Assert.Equal("SaysStatus", outcome.Value("running"));
        Assert.Equal("True", outcome.Value("contains"));
        Assert.Equal("True", outcome.Value("failing"));
        Assert.Equal("False", outcome.Value("finished"));
    }

    [Fact]
    public void IsFollowedByAssuredTargetsWithoutTheirDependencies()
    {
        var outcome = Run(Build, "Fails", "CleansUp");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Equal(["CleansUp"], outcome.Ran);
    }

    [Fact]
    public void MayDecideTheExitCode() => Assert.Equal(7, Run(Build, "SevenAndFails").ExitCode);

    [Fact]
    public void FailsAsItsTaskDoes()
    {
        var outcome = Run("OrderingBuild", "Awaiting");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Equal("Awaiting Failed < 1sec // InvalidOperationException: after the await", outcome.Row("Awaiting"));
    }

    [Fact]
    public void IsRepeatedInTheListOfErrors()
        => Assert.Contains("[ERR] Fails: Target Fails has thrown an exception\n", Run(Build, "Fails").Output, StringComparison.Ordinal);
}

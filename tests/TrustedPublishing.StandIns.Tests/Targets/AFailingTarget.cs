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

using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Targets;

public sealed class HookingIntoABuild : BuildTest
{
    private const string Build = "HookedBuild";

    [Fact]
    public void CallsHigherPrioritiesFirstAndTheBuildLast()
        => Assert.Equal(
            [
                "high: created 3", "low: created 3", "build: created",
                "high: initialized 1", "low: initialized 1", "build: initialized",
                "high: running Reports", "low: running Reports", "build: running Reports",
                "high: summary Key", "low: summary Key",
                "high: succeeded Reports", "low: succeeded Reports", "build: succeeded Reports",
                "high: finished 0", "low: finished 42", "build: finished",
            ],
            Told(Succeed(Build)));

    [Fact]
    public void TellsOfAFailure() => Assert.Contains("high: failed Fails", Told(Run(Build, "Fails")));

    [Fact]
    public void TellsOfASkippedTarget() => Assert.Contains("build: skipped Skips", Told(Succeed(Build, "Skips")));

    [Fact]
    public void ComesTooLateForTheExitCodeAtTheEnd() => Assert.Equal(0, Run(Build).ExitCode);

    private static IEnumerable<string> Told(Outcome outcome)
        => outcome.Lines.Where(x => x.StartsWith("high: ", StringComparison.Ordinal)
                                    || x.StartsWith("low: ", StringComparison.Ordinal)
                                    || x.StartsWith("build: ", StringComparison.Ordinal));
}

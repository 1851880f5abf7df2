using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Parameters;

public sealed class RequiredParameters : BuildTest
{
    private const string Build = "RequiringBuild";

    [Fact]
    public void AreDemandedBeforeAnyTargetRuns()
    {
        var outcome = Run(Build, "NeedsKey");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Empty(outcome.Ran);
        Assert.Contains("\nTarget 'NeedsKey' requires member 'DemoKey' to be not null or empty\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("NeedsKey NotRun", outcome.Row("NeedsKey"));
    }

    [Fact]
    public void AreNotDemandedByTargetsOutsideThePlan() => Assert.Equal(["Free"], Succeed(Build).Ran);

    [Fact]
    public void AreNotDemandedBySkippedTargets() => Assert.Empty(Succeed(Build, "Free", "NeedsKey", "--skip", "NeedsKey", "--demo-key", "k").Ran.Except(["Free", "NeedsKey"]));

    [Fact]
    public void AreSatisfiedByAValue() => Assert.Equal(["Free", "NeedsKey"], Succeed(Build, "NeedsKey", "--demo-key", "k").Ran);

    [Fact]
    public void AreNotSatisfiedByBlanks() => Assert.Equal(255, Run(Build, "NeedsKey", "--demo-key", " ").ExitCode);

    [Fact]
    public void MayBeConditions()
    {
        Assert.Equal(["NeedsOrder"], Succeed(Build, "NeedsOrder", "--demo-count", "4").Ran);
        Assert.Contains("Target 'NeedsOrder' requires '", Run(Build, "NeedsOrder", "--demo-count", "2").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void OfTheBuildAreDemandedWhateverRuns()
    {
        var outcome = Run("RequiredMemberBuild");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Contains("\nMember 'DemoName' is required to be not null or empty\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["Free"], Succeed("RequiredMemberBuild", "--demo-key", "k").Ran);
    }

    [Theory]
    [InlineData("DemandingBuild")]
    [InlineData("StillDemandingBuild")]
    public void OfAComponentAreDemandedWhateverRuns(string build)
        => Assert.Contains("\nMember 'DemoDemanded' is required to be not null or empty\n", Run(build).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("RelaxedBuild")]
    [InlineData("ExplicitlyRelaxedBuild")]
    public void OfAComponentAreNotDemandedWhenTheClassImplementsThem(string build) => Assert.Equal(["Free"], Succeed(build).Ran);

    [Fact]
    public void ThatThrowEndTheBuildWithTheMessageAndNoStackTrace()
    {
        var outcome = Run("ThrowingRequirementBuild");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Empty(outcome.Ran);
        Assert.Contains("\nthis is why\nand this is how\n", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void MustCarryAnInjectionAttribute()
        => Assert.Contains(
            "Member 'DemoPlain' is required from target 'Needs' but not marked with an injection attribute.",
            Run("UnmarkedRequirementBuild").Output,
            StringComparison.Ordinal);
}

using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Targets;

public sealed class TheOrderOfTargets : BuildTest
{
    private const string Build = "OrderingBuild";

    [Fact]
    public void BeginsWithDependencies() => Assert.Equal(["Restore", "Default"], Succeed(Build).Ran);

    [Theory]
    [InlineData("First", "Second")]
    [InlineData("Second", "First")]
    public void TakesUnrelatedTargetsLaterDeclaredFirst(string one, string other)
        => Assert.Equal(["Second", "First"], Succeed(Build, one, other).Ran);

    [Fact]
    public void FollowsAfter() => Assert.Equal(["Early", "Late"], Succeed(Build, "Late", "Early").Ran);

    [Fact]
    public void FollowsBefore() => Assert.Equal(["Opening", "Closing"], Succeed(Build, "Opening", "Closing").Ran);

    [Fact]
    public void DoesNotPullInWhatIsOnlyOrdered() => Assert.Equal(["Late"], Succeed(Build, "Late").Ran);

    [Fact]
    public void PullsInWhatAnotherTargetDependsOnFromItsSide() => Assert.Equal(["Sneaking", "Wanted"], Succeed(Build, "Wanted").Ran);

    [Fact]
    public void PutsTriggeredTargetsBehind() => Assert.Equal(["Cause", "Effect"], Succeed(Build, "Cause").Ran);

    [Fact]
    public void PullsInListenersWithTheirDependencies() => Assert.Equal(["Event", "Restore", "Listener"], Succeed(Build, "Event").Ran);

    [Fact]
    public void RunsEveryActionOfATargetInTurn() => Assert.Equal(["one", "two", "three"], Succeed(Build, "Several").Ran);

    [Fact]
    public void AcceptsNamesWithDashesInAnyCase() => Assert.Equal(["Early"], Succeed(Build, "ear-LY").Ran);

    [Fact]
    public void AcceptsThePlusSignBetweenNames() => Assert.Equal(["Second", "First"], Succeed(Build, "First+Second").Ran);

    [Fact]
    public void AcceptsTheTargetOption() => Assert.Equal(["Early"], Succeed(Build, "--target", "Early").Ran);

    [Fact]
    public void RunsATargetOnceThoughSeveralNeedIt()
        => Assert.Equal(["Event", "Restore", "Listener", "Default"], Succeed(Build, "Default", "Event").Ran);
}

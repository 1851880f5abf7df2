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
    public void FollowsBefore() => Assert.Equal(["Opening", "Closing"], Succeed(Build, "Opening", "Closing").Ran);

    [Fact]
    public void DoesNotPullInWhatIsOnlyOrdered() => Assert.Equal(["Closing"], Succeed(Build, "Closing").Ran);

    [Fact]
    public void RunsEveryActionOfATargetInTurn() => Assert.Equal(["one", "two", "three"], Succeed(Build, "Several").Ran);

    [Fact]
    public void AcceptsNamesWithDashesInAnyCase() => Assert.Equal(["Opening"], Succeed(Build, "open-ING").Ran);

    [Fact]
    public void AcceptsThePlusSignBetweenNames() => Assert.Equal(["Second", "First"], Succeed(Build, "First+Second").Ran);

    [Fact]
    public void AcceptsTheTargetOption() => Assert.Equal(["Opening"], Succeed(Build, "--target", "Opening").Ran);

    [Fact]
    public void RunsATargetOnceThoughSeveralNeedIt()
        => Assert.Equal(["Restore", "Other", "Default"], Succeed(Build, "Default", "Other").Ran);
}

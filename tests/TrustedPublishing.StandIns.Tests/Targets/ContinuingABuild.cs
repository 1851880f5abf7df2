using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Targets;

public sealed class ContinuingABuild : BuildTest
{
    [Fact]
    public void PassesOverTargetsThatHadSucceeded()
    {
        Succeed("SkippingBuild", "Top");

        Assert.Empty(Succeed("SkippingBuild", "Top", "--continue").Ran);
    }

    [Fact]
    public void StartsAnewWhenOtherTargetsAreInvoked()
    {
        Succeed("SkippingBuild", "Top");

        var outcome = Succeed("SkippingBuild", "Middle", "--continue");

        Assert.Equal(["Base", "Middle"], outcome.Ran);
        Assert.Contains("Build invocation changed. Restarting ...", outcome.Output, StringComparison.Ordinal);
    }
}

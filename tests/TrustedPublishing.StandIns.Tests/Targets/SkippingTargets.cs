using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Targets;

public sealed class SkippingTargets : BuildTest
{
    private const string Build = "SkippingBuild";

    [Fact]
    public void ByNameTakesTheirOwnDependenciesAlong()
    {
        var outcome = Succeed(Build, "Top", "--skip", "Middle");

        Assert.Equal(["Top"], outcome.Ran);
        Assert.Equal("Middle Skipped // Skipped: via parameter", outcome.Row("Middle"));
        Assert.Equal("Base Skipped // Skipped: because of Middle", outcome.Row("Base"));
    }

    [Fact]
    public void WithoutNamesLeavesOnlyWhatWasInvoked() => Assert.Equal(["Top"], Succeed(Build, "Top", "--skip").Ran);

    [Fact]
    public void NeverConcernsAnInvokedTarget() => Assert.Equal(["Top"], Succeed(Build, "Top", "--skip", "Top").Ran);

    [Fact]
    public void ConcernsTheDefaultTargetWhichNobodyInvoked() => Assert.Empty(Succeed(Build, "--skip").Ran);

    [Fact]
    public void ByAStaticConditionSaysWhich()
    {
        var outcome = Succeed(Build, "NeedsNever");

        Assert.Equal(["NeedsNever"], outcome.Ran);
        Assert.Equal("Never Skipped // OnlyWhen: RootDirectory == null", outcome.Row("Never"));
        Assert.Equal("Tool Skipped // Skipped: because of Never", outcome.Row("Tool"));
    }

    [Fact]
    public void KeepsDependenciesThatOthersNeed() => Assert.Equal(["Tool", "NeedsNeverAndTool"], Succeed(Build, "NeedsNeverAndTool").Ran);

    [Fact]
    public void AsksStaticConditionsBeforeAnythingRuns() => Assert.Empty(Succeed(Build, "AsksEarly").Ran);

    [Fact]
    public void DoesNotSpareAnInvokedTargetItsRequirements()
    {
        var outcome = Run(Build, "Impatient");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Contains("Target 'Impatient' requires '", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("Impatient NotRun // OnlyWhen: _made", outcome.Row("Impatient"));
    }

    [Fact]
    public void FailsWhenAConditionThrows()
    {
        var outcome = Run(Build, "Confused");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Contains("Invocation of condition for Confused has thrown an exception", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(outcome.Ran);
    }

    [Fact]
    public void GivesTheReasonInTheWordsOfTheDefinition()
        => Assert.Equal("NeverInWords Skipped // OnlyWhen: somebody wants it", Succeed("SkippingBuild", "NeverInWords").Row("NeverInWords"));
}

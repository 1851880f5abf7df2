using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Targets;

public sealed class ComposingComponents : BuildTest
{
    private const string Build = "ComposedBuild";

    [Fact]
    public void LetsADerivedComponentOverrideATargetAndInheritItsDefinition()
        => Assert.Equal(["Compile", "Pack", "Upload", "Upload again"], Succeed(Build).Ran);

    [Fact]
    public void OffersTheOverriddenTargetOnce()
        => Assert.Single(Succeed(Build, "--help").Lines, x => x.Contains("Upload (default)", StringComparison.Ordinal));

    [Fact]
    public void DependsOnTheOnlyTargetOfAComponentByItsName() => Assert.Equal(["Compile", "Shorthand"], Succeed(Build, "Shorthand").Ran);

    [Fact]
    public void DependsOnOneOfSeveralTargetsByLambda() => Assert.Equal(["Right", "Chosen"], Succeed(Build, "Chosen").Ran);

    [Fact]
    public void RefusesTwoTargetsOfOneName()
    {
        var outcome = Run("ClashingBuild");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Contains(
            "Property 'Publish' must be implemented explicitly because it is inherited from multiple interfaces:\n - IFirstPublisher\n - ISecondPublisher\n",
            outcome.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AcceptsTwoTargetsOfOneNameWhenTheBuildImplementsThem() => Assert.Equal(["second", "first"], Succeed("ImplementingBuild").Ran);

    [Fact]
    public void RefusesAPrivateMemberInThePlaceOfATarget()
    {
        var outcome = Run("PrivateOverrideBuild");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Contains(
            "Property 'Publish' must be marked public to override inherited member from:\n - IFirstPublisher\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void LetsAPublicTargetOfTheClassHideTheComponentsWithoutAWord()
    {
        var outcome = Succeed("HidingBuild", "Publish");

        Assert.Equal(["mine"], outcome.Ran);
        Assert.DoesNotContain("WRN", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void LetsAnyPublicMemberOfTheClassHideATarget()
        => Assert.Contains("Target with name 'Publish' does not exist.", Run("HidingTextBuild", "Publish").Output, StringComparison.Ordinal);

    [Fact]
    public void AcceptsAnExplicitImplementation() => Assert.Equal(["first", "explicitly"], Succeed("ExplicitBuild", "Publish").Ran);

    [Fact]
    public void TakesOverTheDefinitionOfTheBaseClass() => Assert.Equal(["base", "derived"], Succeed("DerivedBuild").Ran);

    [Fact]
    public void CombinesTheNamesOfThePackagedComponentsWithOthers()
    {
        Workspace.Directories("artifacts", "packages");
        Workspace.Write("<Solution />", "all.slnx");
        Workspace.Write("""{ "Solution": "all.slnx" }""", ".nuke", "parameters.json");

        Assert.Equal(["Restore", "Compile", "Pack", "Test", "elsewhere"], Succeed("PackageBuild").Ran.OrderBy(x => x switch
        {
            "Restore" => 0,
            "Compile" => 1,
            "elsewhere" => 3,
            _ => 2,
        }).ThenBy(x => x));
    }
}

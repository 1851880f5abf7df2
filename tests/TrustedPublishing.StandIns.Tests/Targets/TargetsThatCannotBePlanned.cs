using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Targets;

public sealed class TargetsThatCannotBePlanned : BuildTest
{
    [Fact]
    public void AreNamedTogetherWithWhatExists()
    {
        var outcome = Run("CyclicBuild", "four");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Contains("Target with name 'four' does not exist. Available targets are:\n  - One\n  - Three\n  - Two\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AreReportedIfTheyFormACycleOverDifferentRelations()
    {
        var outcome = Run("CyclicBuild");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Contains("Circular dependencies between targets:\n - ", outcome.Output, StringComparison.Ordinal);
        Assert.All(["One", "Two", "Three"], x => Assert.Contains(x, outcome.Lines.Single(y => y.StartsWith(" - ", StringComparison.Ordinal)), StringComparison.Ordinal));
    }

    [Fact]
    public void IncludeDependenciesOnGettersThatCreateANewDelegateEachTime()
    {
        var outcome = Run("ClosureBuild");

        Assert.Equal(255, outcome.ExitCode);
        Assert.Contains("Sequence contains no matching element", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ProduceNoOutcomeTable() => Assert.DoesNotContain("Duration", Run("CyclicBuild", "four").Output, StringComparison.Ordinal);

    [Fact]
    public void AreNotAnErrorAnnotationOnGitHub()
    {
        Workspace.Environment["GITHUB_ACTIONS"] = "true";

        Assert.DoesNotContain("::error::", Run("CyclicBuild", "four").Output, StringComparison.Ordinal);
    }
}

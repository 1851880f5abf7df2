namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>The environment of the declared publisher is the one that the generated workflow uses for the chosen index.</summary>
public sealed class TheDeclaredEnvironment
{
    private static readonly PackageIndex TestPyPI = PackageIndex.Parse("testpypi", "https://mirror.example/simple/");

    [Fact]
    public void IsTestPyPIsOwnWhenTestPyPIWasChosenByHand() => Assert.Equal("testpypi", Of(ByHand, TestPyPI, "workflow_dispatch"));

    [Fact]
    public void IsTestPyPIsOwnOutsideOfCi() => Assert.Equal("testpypi", Of(ByHand, TestPyPI));

    [Fact]
    public void IsTheDeclaredOneForEveryOtherIndex() => Assert.Equal("pypi", Of(ByHand, PackageIndex.PyPI, "workflow_dispatch"));

    [Fact]
    public void IsTheDeclaredOneWhenNothingIsStartedByHand() => Assert.Equal("pypi", Of(new("release") { OnPushTags = ["v*"] }, TestPyPI, "push"));

    [Theory]
    [InlineData("push", "staging")]
    [InlineData("workflow_dispatch", "testpypi")]
    [InlineData(null, "staging")]
    public void IsTheDeclaredOneForTagsThatGoToTestPyPI(string? started, string expected) =>
        Assert.Equal(expected, Of(new("release") { OnPushTags = ["v*"], OnWorkflowDispatch = true, Index = "testpypi", Environment = "staging" }, TestPyPI, started));

    [Fact]
    public void MakesTheClaimsOfAManualTestPyPIRunMatch()
    {
        var claims = CiIdentity.FromJson("""{"environment":"testpypi","event_name":"workflow_dispatch"}""").Claims;
        var publisher = new TrustedPublisher { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", Environment = Of(ByHand, TestPyPI, "workflow_dispatch") };

        Assert.Equal(ClaimVerdict.Matches, CiIdentity.Compare(publisher, claims).Single(row => row.Claim == "environment").Verdict);
    }

    private static TrustedPublishingWorkflowAttribute ByHand => new("release") { OnPushTags = ["v*"], OnWorkflowDispatch = true };

    private static string? Of(TrustedPublishingWorkflowAttribute workflow, PackageIndex index, string? started = null) =>
        DeclaredPublisher.EnvironmentOf(workflow, index, started is null ? new Dictionary<string, string>() : new() { ["GITHUB_EVENT_NAME"] = started });
}

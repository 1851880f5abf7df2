using TrustedPublishing.Nuke.Declaration;

namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>The environment of the declared publisher is the one that the generated workflow uses for the selected index.</summary>
public sealed class TheDeclaredEnvironment
{
    private static readonly PackageIndex TestPyPI = PackageIndex.Parse("testpypi", "https://mirror.example/simple/");

    [Fact]
    public void IsTestPyPIsOwnIfTestPyPIWasChosenManually() => Assert.Equal("testpypi", Of(ByHand, TestPyPI, "workflow_dispatch"));

    [Fact]
    public void IsTestPyPIsOwnOutsideCi() => Assert.Equal("testpypi", Of(ByHand, TestPyPI));

    [Fact]
    public void IsTheDeclaredOneForEveryOtherIndex() => Assert.Equal("pypi", Of(ByHand, PackageIndex.PyPI, "workflow_dispatch"));

    [Fact]
    public void IsTheDeclaredOneIfNothingIsStartedManually() => Assert.Equal("pypi", Of(new("release") { OnPushTags = ["v*"] }, TestPyPI, "push"));

    [Theory]
    [InlineData("push")]
    [InlineData("workflow_dispatch")]
    [InlineData(null)]
    public void IsTheDeclaredOneIfEveryReleaseGoesToTestPyPI(string? started) =>
        Assert.Equal("staging", Of(new("release") { OnPushTags = ["v*"], OnWorkflowDispatch = true, Index = "testpypi", Environment = "staging" }, TestPyPI, started));

    [Fact]
    public void MakesTheClaimsOfAManualTestPyPIRunMatch()
    {
        var claims = CiIdentity.FromJson("""{"environment":"testpypi","event_name":"workflow_dispatch"}""").Claims;
        var publisher = new TrustedPublisher { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", Environment = Of(ByHand, TestPyPI, "workflow_dispatch") };

        Assert.Equal(ClaimVerdict.Matches, CiIdentity.Compare(publisher, claims).Single(row => row.Claim == "environment").Verdict);
    }

    [Theory]
    [InlineData("web", "testpypi")]
    [InlineData("push", "pypi")]
    [InlineData(null, "testpypi")]
    public void IsTestPyPIsOwnInAManuallyStartedGitLabPipeline(string? started, string expected) =>
        Assert.Equal(expected, DeclaredPublisher.EnvironmentOf(
            new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], OnNewPipeline = true }, TestPyPI, started is null ? new Dictionary<string, string>() : new() { ["CI_PIPELINE_SOURCE"] = started }));

    private static TrustedPublishingWorkflowAttribute ByHand => new("release") { OnPushTags = ["v*"], OnWorkflowDispatch = true };

    private static string? Of(TrustedPublishingWorkflowAttribute workflow, PackageIndex index, string? started = null) =>
        DeclaredPublisher.EnvironmentOf(workflow, index, started is null ? new Dictionary<string, string>() : new() { ["GITHUB_EVENT_NAME"] = started });
}

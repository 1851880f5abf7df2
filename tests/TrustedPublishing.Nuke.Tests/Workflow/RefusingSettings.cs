using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>Settings that neither generator takes, and what they say.</summary>
public sealed class RefusingSettings
{
    public static TheoryData<GeneratedReleaseAttribute> Attributes => [new TrustedPublishingWorkflowAttribute("release"), new TrustedPublishingGitLabAttribute()];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesAMissingEnvironment(GeneratedReleaseAttribute settings)
    {
        settings.Environment = " ";

        Assert.Contains("Environment is empty: name the deployment environment that protects the release", Refusal(settings), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesATagThatGitDoesNotTake(GeneratedReleaseAttribute settings)
    {
        settings.OnPushTags = ["v *"];

        Assert.Contains("'v *' in OnPushTags is no pattern of tags: git takes no spaces in their names.", Refusal(settings), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesThatNothingStartsIt(GeneratedReleaseAttribute settings) =>
        Assert.Contains("Nothing starts it: set OnPushTags = [\"v*\"]", Refusal(settings), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesWhatAPullRequestNeeds(GeneratedReleaseAttribute settings)
    {
        settings.OnPullRequest = true;

        Assert.Contains("OnPullRequest plays the release with the target Rehearse: let the build class implement IRehearsePublish.", Refusal(settings, GeneratedWorkflow.Facts with { Rehearses = false }), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesAMissingScript(GeneratedReleaseAttribute settings) =>
        Assert.Contains("build.sh is missing in the build's root", Refusal(settings, GeneratedWorkflow.Facts with { HasScript = false }), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesWhatTheVersionToolLacks(GeneratedReleaseAttribute settings)
    {
        Assert.Contains("GitVersion computes the version from the history of git, and FetchDepth = 1 gives it one commit, with which it stops. Set FetchDepth = 0", Refusal(settings, GeneratedWorkflow.Facts with { VersionTool = new("GitVersion", FailsOnOneCommit: true) }), StringComparison.Ordinal);
        Assert.Contains("without the tag on it, the version is another one", new VersionTool("MinVer", FailsOnOneCommit: false).Lacks(new(1, false, SubmoduleCheckout.None, false)), StringComparison.Ordinal);
        Assert.Null(new VersionTool("MinVer", FailsOnOneCommit: false).Lacks(new(0, false, SubmoduleCheckout.None, false)));
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesVariablesThatAreNone(GeneratedReleaseAttribute settings)
    {
        settings.Variables = ["A B=c", "GITHUB_PATH=x", "CI=false"];
        settings.FetchDepth = -1;

        var refusal = Refusal(settings);

        Assert.Contains("'A B=c' in Variables is not of the form NAME=value, with letters, digits and '_' in the name.", refusal, StringComparison.Ordinal);
        Assert.Contains("'GITHUB_PATH=x' in Variables: GITHUB_PATH is one of those that the CI system sets itself.", refusal, StringComparison.Ordinal);
        Assert.Contains("FetchDepth = -1: use the number of commits, or 0 for all of them.", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../greeter")]
    [InlineData("/python")]
    [InlineData("python/*")]
    [InlineData("${{ x }}")]
    public void NamesAProjectThatIsNoFolder(string project)
    {
        foreach (var settings in new GeneratedReleaseAttribute[] { new TrustedPublishingWorkflowAttribute("release"), new TrustedPublishingGitLabAttribute() })
        {
            settings.Project = project;
            Assert.Contains($"Project = \"{project}\" is no folder below the build's root", Refusal(settings), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void NamesTwoRunsOfOneRelease() =>
        Assert.Contains("a release runs, and waits for approval, twice", Refusal(new TrustedPublishingWorkflowAttribute("release") { OnPushTags = ["v*"], OnReleasePublished = true }), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesDistributionsOutsideOfTheRepository(GeneratedReleaseAttribute settings) =>
        Assert.Contains(
            "The distributions or the compiled build lie outside the repository",
            Refusal(settings, GeneratedWorkflow.Facts with { DistributionsDirectory = "../distributions" }), StringComparison.Ordinal);

    private static string Refusal(IGenerateWorkflow settings, RepositoryFacts? facts = null) =>
        Assert.Throws<Failure>(() => settings.Generate(facts ?? GeneratedWorkflow.Facts)).Message;
}

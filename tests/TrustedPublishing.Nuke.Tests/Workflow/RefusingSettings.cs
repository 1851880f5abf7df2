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

        Assert.Contains("- Environment is empty: name the deployment environment that protects the release", Refusal(settings), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesATagThatGitDoesNotTake(GeneratedReleaseAttribute settings)
    {
        settings.OnPushTags = ["v *"];

        Assert.Contains("- 'v *' in OnPushTags is no pattern of tags: git takes no spaces in their names.", Refusal(settings), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesThatNothingStartsIt(GeneratedReleaseAttribute settings) =>
        Assert.Contains("- Nothing starts it: set OnPushTags = [\"v*\"]", Refusal(settings), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void NamesDistributionsOutsideOfTheRepository(GeneratedReleaseAttribute settings) =>
        Assert.Contains(
            "- The distributions or the compiled build lie outside the repository",
            Refusal(settings, GeneratedWorkflow.Facts with { DistributionsDirectory = "../distributions" }), StringComparison.Ordinal);

    private static string Refusal(IGenerateWorkflow settings, RepositoryFacts? facts = null) =>
        Assert.Throws<Failure>(() => settings.Generate(facts ?? GeneratedWorkflow.Facts)).Message;
}

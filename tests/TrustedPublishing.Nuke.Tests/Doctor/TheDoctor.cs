using System.Text.Json;
using TrustedPublishing.Index;
using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>Doctor's verdict on a setup.</summary>
public sealed class TheDoctor
{
    [Fact]
    public void HasNothingToSayAboutTheGeneratedWorkflow() => Assert.Empty(Setup.Complaints(Setup.Healthy));

    /// <summary>One of them runs in the environment of the other index, as it should.</summary>
    [Theory]
    [InlineData("pypi", true)]
    [InlineData("testpypi", true)]
    [InlineData("production", false)]
    public void AcceptsAJobForEachIndexInItsOwnEnvironment(string declared, bool isRight)
    {
        var facts = Setup.Healthy with { Publisher = Setup.Publisher with { Environment = declared }, Workflows = [WorkflowFile.Parse("release.yml", Workflow.OptionSets.GitHub["Indexes"])] };

        Assert.Equal(isRight, Setup.Complaints(facts).All(complaint => complaint.Check != "release.yml"));
    }

    [Fact]
    public Task ShowsACorrectSetup() => Verifier.Verify(Setup.Table(Setup.Healthy));

    [Fact]
    public Task ShowsABrokenSetup() => Verifier.Verify(Setup.Table(Setup.Sample("broken-no-id-token") with
    {
        Listed = LookupResult<IndexProject>.Seen(null),
        GitHub = LookupResult<GitHubRepository>.Not("No token."),
    }));

    [Theory]
    [InlineData("broken-no-id-token", "Error", "without permission")]
    [InlineData("broken-id-token-for-every-job", "Warning", "at workflow level")]
    [InlineData("broken-publish-job-that-builds", "Warning", "also builds")]
    [InlineData("broken-environment-mismatch", "Error", "'production'")]
    [InlineData("broken-reusable-workflow", "Error", "workflow_call")]
    public void NamesTheCauseInOneLine(string sample, string verdict, string cause)
    {
        var complaint = Assert.Single(Setup.Complaints(Setup.Sample(sample)));

        Assert.Equal(verdict, complaint.Verdict.ToString());
        Assert.Contains(cause, complaint.Found, StringComparison.Ordinal);
        Assert.NotNull(complaint.Change);
    }

    [Theory]
    [InlineData("on: [push, pull_request_target]", "pull_request_target")]
    [InlineData("on: push", "Not pinned to a commit: actions/cache@v4")]
    [InlineData("on: push", "uses a cache")]
    public void FindsInAWorkflow(string on, string cause)
    {
        var text = $"{on}\njobs:\n  release:\n    environment: pypi\n    permissions: {{ id-token: write }}\n    steps:\n      - uses: actions/cache@v4\n      - run: twine upload dist/*\n";

        Assert.Contains(Setup.Complaints(Setup.Healthy with { Workflows = [WorkflowFile.Parse("release.yml", text)] }), check => check.Found.Contains(cause, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("on: [push\njobs: {")]
    [InlineData("- a list")]
    [InlineData("")]
    [InlineData("a: *nowhere")]
    [InlineData("? *a\n  *a")]
    public void CallsBrokenYamlAFinding(string text) =>
        Assert.Contains(Setup.Complaints(Setup.Healthy with { Workflows = [WorkflowFile.Parse("release.yml", text)] }), check => check.Found.StartsWith("It cannot be read", StringComparison.Ordinal));

    [Theory]
    [InlineData("uses: pypa/gh-action-pypi-publish@ed0c53931b1dc9bd32cbe73a98c7f6766f8a527e")]
    [InlineData("run: uv publish")]
    [InlineData("run: python -m twine upload dist/*")]
    [InlineData("run: maturin upload wheels/*")]
    [InlineData("run: ./build.sh Publish")]
    [InlineData("run: nuke Pack Publish")]
    public void RecognisesJobsThatPublish(string step)
    {
        var file = WorkflowFile.Parse("other.yml", $"on: push\njobs:\n  release:\n    steps:\n      - {step}\n");

        Assert.Contains(Setup.Complaints(Setup.Healthy with { Workflows = [.. Setup.Healthy.Workflows, file] }), check => check.Found.Contains("without permission to request", StringComparison.Ordinal));
    }

    [Fact]
    public void RejectsYamlThatIsNestedTooDeeply() =>
        Assert.Contains("nested deeper", WorkflowFile.Parse("release.yml", new string('[', 200_000)).Problem, StringComparison.Ordinal);

    [Fact]
    public void ReportsAMissingDeclaredWorkflow() =>
        Assert.Contains("not in .github/workflows", Assert.Single(Setup.Complaints(Setup.Healthy with { Workflows = [] })).Found, StringComparison.Ordinal);

    [Fact]
    public void ReportsAsJson()
    {
        using var json = JsonDocument.Parse(DoctorJson.Text(DoctorChecks.Run(Setup.Sample("broken-no-id-token"))));

        Assert.False(json.RootElement.GetProperty("healthy").GetBoolean());
        Assert.Contains(json.RootElement.GetProperty("checks").EnumerateArray(), check => check.GetProperty("verdict").GetString() == "Error");
    }
}

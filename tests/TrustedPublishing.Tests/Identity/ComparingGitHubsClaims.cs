using TrustedPublishing.Identity;

namespace TrustedPublishing.Tests.Identity;

/// <summary>The rules of pypi/warehouse, <c>tests/unit/oidc/models/test_github.py</c>.</summary>
public sealed class ComparingGitHubsClaims
{
    [Fact]
    public void FindsNoDifferenceInAMatchingJob() => Assert.Equal("", Differing(Jwt.GitHubClaims()));

    [Theory]
    [InlineData("repository", "Octo/greeter", "repository")]
    [InlineData("repository", "octo/Greeter", "repository")]
    [InlineData("repository", "fork/greeter", "repository")]
    [InlineData("repository_owner", "Octo", "repository_owner")]
    [InlineData("job_workflow_ref", "octo/greeter/.github/workflows/other.yml@refs/tags/v1.0", "job_workflow_ref")]
    [InlineData("job_workflow_ref", "octo/greeter/.github/workflows/Release.yml@refs/tags/v1.0", "job_workflow_ref")]
    [InlineData("job_workflow_ref", "octo/greeter/.github/workflows/release.yml@refs/heads/main", "job_workflow_ref")]
    [InlineData("job_workflow_ref", "octo/greeter/.github/workflows/release.yml@fake.yml@refs/tags/v1.0", "job_workflow_ref")]
    [InlineData("job_workflow_ref", "octo/greeter/.github/workflows/release.yml@", "job_workflow_ref")]
    [InlineData("job_workflow_ref", "release.yml", "job_workflow_ref")]
    [InlineData("job_workflow_ref", "", "job_workflow_ref")]
    [InlineData("job_workflow_ref", "octo/greeter/.github/workflows/release.yml@0123456789abcdef0123456789abcdef01234567", "")]
    [InlineData("environment", "PyPI", "")]
    [InlineData("environment", "production", "environment")]
    [InlineData("environment", null, "environment")]
    [InlineData("event_name", "pull_request_target", "event_name")]
    [InlineData("event_name", "workflow_dispatch", "")]
    [InlineData("sub", null, "")]
    [InlineData("repository", null, "repository")]
    [InlineData("repository_owner", null, "repository_owner")]
    [InlineData("repository_owner_id", null, "repository_owner_id")]
    [InlineData("job_workflow_ref", null, "job_workflow_ref")]
    [InlineData("event_name", null, "event_name")]
    [InlineData("jti", null, "jti")]
    [InlineData("sha", null, "sha")]
    public void NamesTheClaimThatDiffers(string claim, string? value, string differing) =>
        Assert.Equal(differing, Differing(Jwt.GitHubClaims().With(claim, value)));

    [Fact]
    public void AcceptsAnyEnvironmentIfThePublisherNamesNone()
    {
        var rows = CiIdentity.Compare(Jwt.Publisher with { Environment = null }, Jwt.Displayed(Jwt.GitHubClaims()));
        Assert.Equal(new ClaimComparison("environment", "pypi", null, ClaimVerdict.NotCompared), rows.Single(row => row.Claim == "environment"));
    }

    [Theory]
    [InlineData("octo/greeter/.github/workflows/build.yml@refs/tags/v1.0", "reusable workflow build.yml, called by release.yml")]
    [InlineData("shared/workflows/.github/workflows/publish.yml@refs/heads/main", "reusable workflow of another repository")]
    public void ExplainsReusableWorkflows(string jobWorkflow, string advice)
    {
        var row = Compared(Jwt.GitHubClaims().With("job_workflow_ref", jobWorkflow)).Single(row => row.Claim == "job_workflow_ref");
        Assert.Contains(advice, row.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void WarnsAboutAReusableWorkflowEvenIfItIsRegistered()
    {
        var rows = Compared(Jwt.GitHubClaims().With("workflow_ref", "octo/greeter/.github/workflows/main.yml@refs/tags/v1.0"));
        Assert.DoesNotContain(rows, row => row.Verdict is ClaimVerdict.Differs);
        Assert.Contains("Attestations", rows.Single(row => row.Claim == "workflow_ref").Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void AdvisesOnSpelling() => Assert.Contains(
        "Spell owner and repository as GitHub does, octo/Greeter",
        Compared(Jwt.GitHubClaims().With("repository", "octo/Greeter"))[0].Advice,
        StringComparison.Ordinal);

    [Fact]
    public void AdvisesOnEveryDifferenceAndNothingElse() => Assert.All(
        Compared(new() { ["repository"] = "a/b" }),
        row => Assert.Equal(row.Verdict is ClaimVerdict.Differs, row.Advice is not null));

    [Theory]
    [InlineData("basic.yml")]
    [InlineData("basic.yaml")]
    [InlineData("has-dash.yml")]
    [InlineData("has.period.yml")]
    [InlineData("has..periods..yml")]
    [InlineData("has_underscore.yml")]
    [InlineData("nested@evil.yml")]
    [InlineData("nested.yml@evil.yml")]
    [InlineData("extra.yml@nested.yml@evil.yml")]
    [InlineData("foo.yml.foo.yml")]
    public void FindsTheFileOfAWorkflow(string file) =>
        Assert.Equal(file, GitHubClaims.PublisherOf(Jwt.Displayed(Jwt.GitHubClaims().With("job_workflow_ref", $"octo/greeter/.github/workflows/{file}@refs/heads/main")))?.Workflow);

    [Theory]
    [InlineData("basic.yml@refs/heads/misleading@branch.yml", "basic.yml")]
    [InlineData("basic.yml@refs/heads/bad@branch@twomatches.yml", "basic.yml")]
    [InlineData("basic.yml@fake", "basic.yml")]
    [InlineData("basic.wrongsuffix@refs/heads/main", null)]
    [InlineData("@refs/heads/main", null)]
    [InlineData(".yml@refs/heads/main", null)]
    [InlineData("main.yml", null)]
    public void IsNotMisledByTheReference(string end, string? file) => Assert.Equal(file, ClaimRules.FileIn($"octo/greeter/.github/workflows/{end}", "/.github/workflows/"));

    private static string Differing(Dictionary<string, object?> claims) =>
        string.Join(' ', Compared(claims).Where(row => row.Verdict is ClaimVerdict.Differs).Select(row => row.Claim));

    private static IReadOnlyList<ClaimComparison> Compared(Dictionary<string, object?> claims) => CiIdentity.Compare(Jwt.Publisher, Jwt.Displayed(claims));
}

using TrustedPublishing.Identity;

namespace TrustedPublishing.Tests.Identity;

/// <summary>The rules of pypi/warehouse, <c>tests/unit/oidc/models/test_gitlab.py</c>.</summary>
public sealed class ComparingGitLabsClaims
{
    [Fact]
    public void FindsNoDifferenceInAMatchingJob() => Assert.Equal("", Differing(Jwt.GitLabClaims()));

    [Theory]
    [InlineData("project_path", "group/sub/GREETER", "")]
    [InlineData("project_path", "group/greeter", "project_path")]
    [InlineData("project_path", null, "project_path")]
    [InlineData("sub", "project_path:group/sub/greeter", "")]
    [InlineData("sub", "project_path:Group/Sub/greeter:", "")]
    [InlineData("sub", "project_path:Group/Sub/greeter-more", "sub")]
    [InlineData("sub", "", "sub")]
    [InlineData("sub", "repo:", "sub")]
    [InlineData("ci_config_ref_uri", "gitlab.com/group/sub/greeter//ci/release.yml@refs/tags/v1.0", "ci_config_ref_uri")]
    [InlineData("ci_config_ref_uri", "gitlab.com/Group/Sub/greeter//.gitlab-ci.yml@refs/tags/v1.0", "ci_config_ref_uri")]
    [InlineData("ci_config_ref_uri", "gitlab.com/Group/Sub/greeter//ci/release.yml@0123456789abcdef0123456789abcdef01234567", "")]
    [InlineData("ci_config_ref_uri", null, "ci_config_ref_uri")]
    [InlineData("environment", "PyPI", "environment")]
    [InlineData("environment", null, "environment")]
    [InlineData("ref_path", null, "ci_config_ref_uri ref_path")]
    [InlineData("sha", null, "ci_config_ref_uri sha")]
    [InlineData("jti", null, "jti")]
    public void NamesTheClaimThatDiffers(string claim, string? value, string differing) => Assert.Equal(differing, Differing(Jwt.GitLabClaims().With(claim, value)));

    [Fact]
    public void ReadsTheHostFromTheIssuer() => Assert.Equal("", Differing(Jwt.GitLabClaims()
        .With("iss", "https://gitlab.example.com")
        .With("ci_config_ref_uri", "gitlab.example.com/Group/Sub/greeter//ci/release.yml@refs/tags/v1.0")));

    [Theory]
    [InlineData("notnested.yml", "notnested.yml")]
    [InlineData("basic/basic.yml", "basic/basic.yml")]
    [InlineData("too//many//slashes.yml", "too//many//slashes.yml")]
    [InlineData("has-@.yml", "has-@.yml")]
    [InlineData("foo.yml@bar.yml", "foo.yml@bar.yml")]
    [InlineData("@.yml.foo.yml@bar.yml", "@.yml.foo.yml@bar.yml")]
    [InlineData("somedir/.yaml", null)]
    [InlineData(".yml", null)]
    [InlineData("notnested.wrongsuffix", null)]
    public void FindsThePipelineFile(string file, string? expected) => Assert.Equal(
        expected,
        ClaimRules.PublisherOf(Jwt.Displayed(Jwt.GitLabClaims().With("ci_config_ref_uri", $"gitlab.com/Group/Sub/greeter//{file}@refs/heads/main")))?.Workflow);

    [Fact]
    public void FindsThePublisherThatAJobNeeds() => Assert.Equal(Jwt.GitLabPublisher, ClaimRules.PublisherOf(Jwt.Displayed(Jwt.GitLabClaims())));

    private static string Differing(Dictionary<string, object?> claims) => string.Join(' ', CiIdentity.Compare(Jwt.GitLabPublisher, Jwt.Displayed(claims))
        .Where(row => row.Verdict is ClaimVerdict.Differs).Select(row => row.Claim));
}

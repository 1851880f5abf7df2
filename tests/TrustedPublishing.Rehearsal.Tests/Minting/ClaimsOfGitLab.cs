using System.Text.Json.Nodes;
using TrustedPublishing.Rehearsal.Minting;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Tests.Minting;

/// <summary>The cases of the server's own tests of GitLab's claims.</summary>
public sealed class ClaimsOfGitLab
{
    [Theory]
    [InlineData("notnested.yml")]
    [InlineData("notnested.yaml")]
    [InlineData("basic/basic.yml")]
    [InlineData("more/nested/example.yml")]
    [InlineData("too//many//slashes.yml")]
    [InlineData("has-@.yml")]
    [InlineData("foo.bar.yml")]
    [InlineData("foo.yml.bar.yml")]
    [InlineData("foo.yml@bar.yml")]
    [InlineData("@foo.yml@bar.yml")]
    [InlineData("@.yml.foo.yml@bar.yml")]
    [InlineData("a.yml")]
    [InlineData("a/b.yml")]
    public void NameThePipeline(string file)
    {
        Assert.Equal(file, GitLabProvider.WorkflowPath($"gitlab.com/foo/bar//{file}@/some/ref"));
        Assert.Equal(file, GitLabProvider.WorkflowPath($"gitlab.example.com/foo/bar//{file}@/some/ref"));
    }

    [Theory]
    [InlineData("notnested.wrongsuffix")]
    [InlineData("")]
    [InlineData(".yml")]
    [InlineData(".yaml")]
    [InlineData("somedir/.yaml")]
    public void DoNotNameAPipelineOtherwise(string file) => Assert.Null(GitLabProvider.WorkflowPath($"gitlab.com/foo/bar//{file}@/some/ref"));

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("main", null)]
    [InlineData(null, "abc")]
    public void NeedRefAndCommit(string? reference, string? sha)
    {
        var claims = new JsonObject { ["ci_config_ref_uri"] = "gitlab.com/foo/bar//baz.yml@x", ["ref_path"] = reference, ["sha"] = sha };

        Assert.Equal("The ref_path and sha claims are empty", GitLabProvider.PipelineReference("gitlab.com/foo/bar//baz.yml", new(claims)));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("repo", false)]
    [InlineData("repo:", false)]
    [InlineData(null, false)]
    [InlineData("x:foo/bar", true)]
    [InlineData("x:foo/bar:more", true)]
    [InlineData("x:foo/bar:", true)]
    [InlineData("x:fOo/BaR:", true)]
    [InlineData("x:foo/bar-baz", false)]
    public void StartWithTheProjectInTheSubject(string? subject, bool matches) => Assert.Equal(matches, GitLabProvider.IsSubject(subject, "x:foo/bar"));

    [Theory]
    [InlineData("project_path", "FOO/bar", null)]
    [InlineData("project_path", "foo/other", "Publisher with matching claims was not found")]
    [InlineData("sub", "project_path:foo/other:x", "Check failed for required claim 'sub'")]
    [InlineData("ci_config_ref_uri", "gitlab.com/foo/bar//none@main", "Could not extract workflow filename from OIDC claims")]
    [InlineData("ci_config_ref_uri", "gitlab.com/foo/bar//.gitlab-ci.yml@evil.yml@main", "Publisher with matching claims was not found")]
    [InlineData("ci_config_ref_uri", "gitlab.com/foo/bar//.gitlab-ci.yml@dev", "The ci_config_ref_uri claim does not match, expecting one of ['gitlab.com/foo/bar//.gitlab-ci.yml@abc', 'gitlab.com/foo/bar//.gitlab-ci.yml@main'], got 'gitlab.com/foo/bar//.gitlab-ci.yml@dev'")]
    public void AreComparedOneByOne(string claim, string value, string? reason) => Assert.Equal(reason, Reason("foo", "", claims => claims[claim] = value));

    [Theory]
    [InlineData("sub")]
    [InlineData("project_path")]
    [InlineData("ci_config_ref_uri")]
    [InlineData("jti")]
    [InlineData("ref_path")]
    [InlineData("sha")]
    public void AreNamedIfMissing(string claim) => Assert.Equal($"Missing claim '{claim}'", Reason("foo", "", claims => claims.Remove(claim)));

    [Theory]
    [InlineData("some-environment", null)]
    [InlineData("sOmE-eNvIrOnMeNt", "Publisher with matching claims was not found")]
    public void MustMatchTheEnvironmentExactly(string environment, string? reason) =>
        Assert.Equal(reason, Reason("foo", "some-environment", claims => claims["environment"] = environment));

    [Fact]
    public void IgnoreTheCaseOfTheNamespaceButNotOfThePipeline() => Assert.Equal(
        "The ci_config_ref_uri claim does not match, expecting one of ['gitlab.com/Foo/bar//.gitlab-ci.yml@abc', 'gitlab.com/Foo/bar//.gitlab-ci.yml@main'], got 'gitlab.com/foo/bar//.gitlab-ci.yml@main'",
        Reason("Foo", "", _ => { }));

    private static string? Reason(string registeredNamespace, string environment, Action<JsonObject> change)
    {
        var claims = new JsonObject
        {
            ["iss"] = "https://gitlab.com",
            ["sub"] = "project_path:foo/bar:ref_type:branch:ref:main",
            ["project_path"] = "foo/bar",
            ["ci_config_ref_uri"] = "gitlab.com/foo/bar//.gitlab-ci.yml@main",
            ["ref_path"] = "main",
            ["sha"] = "abc",
            ["jti"] = "1",
            ["runner_id"] = 1,
        };
        change(claims);
        var row = new PublisherRow
        {
            Id = Guid.NewGuid(),
            Created = DateTimeOffset.UnixEpoch,
            Publisher = new RehearsalPublisher.GitLab { Namespace = registeredNamespace, Project = "bar", Environment = environment },
        };
        return new GitLabProvider().Find([row], new(claims), _ => false).Rejection?.Reason;
    }
}

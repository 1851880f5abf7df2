using System.Text.Json.Nodes;
using TrustedPublishing.Rehearsal.Minting;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Tests.Minting;

/// <summary>The cases of the server's own tests of GitHub's claims.</summary>
public sealed class ClaimsOfGitHub
{
    private const string Registered = "foo/bar/.github/workflows/baz.yml";

    [Theory]
    [InlineData("basic.yml")]
    [InlineData("basic.yaml")]
    [InlineData("has-dash.yml")]
    [InlineData("has--dashes-.yml")]
    [InlineData("has.period.yml")]
    [InlineData("has..periods..yml")]
    [InlineData("has_underscore.yml")]
    [InlineData("nested@evil.yml")]
    [InlineData("nested.yml@evil.yml")]
    [InlineData("extra@nested.yml@evil.yml")]
    [InlineData("extra.yml@nested.yml@evil.yml")]
    [InlineData("foo.yml.yml")]
    [InlineData("foo.yml.foo.yml")]
    public void NameTheWorkflow(string file) =>
        Assert.Equal(file, GitHubProvider.WorkflowFile($"foo/bar/.github/workflows/{file}@refs/heads/main"));

    [Theory]
    [InlineData("basic.yml@refs/heads/misleading@branch.yml", "basic.yml")]
    [InlineData("basic.yml@refs/heads/bad@branch@twomatches.yml", "basic.yml")]
    [InlineData("basic.wrongsuffix@refs/heads/main", null)]
    [InlineData("@refs/heads/main", null)]
    [InlineData("nosuffix@refs/heads/main", null)]
    [InlineData(".yml@refs/heads/main", null)]
    [InlineData(".yaml@refs/heads/main", null)]
    [InlineData("main.yml", null)]
    public void NameTheWorkflowBeforeTheRef(string reference, string? file) =>
        Assert.Equal(file, GitHubProvider.WorkflowFile($"foo/bar/.github/workflows/{reference}"));

    [Theory]
    [InlineData("@refs/tags/v0.0.1", "refs/tags/v0.0.1", "somesha")]
    [InlineData("@refs/pulls/6", "refs/pulls/6", "somesha")]
    [InlineData("@refs/heads/main", "refs/heads/main", "somesha")]
    [InlineData("@notrailingslash", "notrailingslash", "somesha")]
    [InlineData("@somesha", "notrailingslash", "somesha")]
    [InlineData("@somesha", null, "somesha")]
    [InlineData("@somesha", "", "somesha")]
    public void MatchAtTheRefOrTheCommit(string suffix, string? reference, string sha) =>
        Assert.Null(GitHubProvider.WorkflowReference(Registered, Claims(Registered + suffix, reference, sha)));

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    public void NeedARefOrACommit(string? reference, string? sha) =>
        Assert.Equal("The ref and sha claims are empty", GitHubProvider.WorkflowReference(Registered, Claims(Registered + "@x", reference, sha)));

    [Theory]
    [InlineData("foo/bar/.github/workflows/baz.yml@fake.yml@notrailingslash")]
    [InlineData("foo/bar/.github/workflows/baz.yml@fake.yml@refs/pulls/6")]
    [InlineData("foo/bar/.github/workflows/baz.yml@")]
    [InlineData("foo/bar/.github/workflows/@")]
    [InlineData("foo/bar/.github/workflows/")]
    [InlineData("baz.yml")]
    [InlineData("foo/bar/.github/workflows/baz.yml@malicious.yml@")]
    [InlineData("foo/bar/.github/workflows/baz.yml@@")]
    public void DoNotMatchOtherwise(string actual) => Assert.Equal(
        $"The job_workflow_ref claim does not match, expecting one of ['{Registered}@notrailingslash', '{Registered}@somesha'], got '{actual}'",
        GitHubProvider.WorkflowReference(Registered, Claims(actual, "notrailingslash", "somesha")));

    [Fact]
    public void DoNotMatchIfEmpty() =>
        Assert.Equal("The job_workflow_ref claim is empty", GitHubProvider.WorkflowReference(Registered, Claims("", "a", "b")));

    [Theory]
    [InlineData("repository")]
    [InlineData("repository_owner")]
    [InlineData("repository_owner_id")]
    [InlineData("job_workflow_ref")]
    [InlineData("jti")]
    [InlineData("event_name")]
    [InlineData("ref")]
    [InlineData("sha")]
    public void AreNamedIfMissing(string claim) => Assert.Equal($"Missing claim '{claim}'", Reason(claims => claims.Remove(claim)));

    [Theory]
    [InlineData("repository", "foo/Bar")]
    [InlineData("repository", "Foo/bar")]
    [InlineData("repository_owner_id", "124")]
    [InlineData("job_workflow_ref", "foo/bar/.github/workflows/release_pypi.yml@main")]
    [InlineData("job_workflow_ref", "foo/bar/.github/workflows/release%pypi.yml@main")]
    [InlineData("job_workflow_ref", "foo/bar/.github/workflows/Release-pypi.yml@main")]
    public void MustMatchTheRegistrationExactly(string claim, string value) =>
        Assert.Equal("Publisher with matching claims was not found", Reason(claims => claims[claim] = value));

    [Theory]
    [InlineData("repository_owner", "Foo", "Check failed for required claim 'repository_owner'")]
    [InlineData("event_name", "pull_request_target", "Publishing from a workflow invoked via 'pull_request_target' is not supported.")]
    [InlineData("job_workflow_ref", "foo/bar/.github/workflows/nosuffix@main", "Could not job extract workflow filename from OIDC claims")]
    [InlineData("job_workflow_ref", "other/shared/.github/workflows/release-pypi.yml@v1", "The job_workflow_ref claim does not match, expecting one of ['foo/bar/.github/workflows/release-pypi.yml@abc', 'foo/bar/.github/workflows/release-pypi.yml@main'], got 'other/shared/.github/workflows/release-pypi.yml@v1'")]
    public void AreComparedOneByOne(string claim, string value, string reason) => Assert.Equal(reason, Reason(claims => claims[claim] = value));

    [Fact]
    public void AreSufficient() => Assert.Null(Reason(_ => { }));

    private static Claims Claims(string workflow, string? reference, string? sha) =>
        new(new JsonObject { ["job_workflow_ref"] = workflow, ["ref"] = reference, ["sha"] = sha });

    private static string? Reason(Action<JsonObject> change)
    {
        var claims = new JsonObject
        {
            ["repository"] = "foo/bar",
            ["repository_owner"] = "foo",
            ["repository_owner_id"] = "123",
            ["job_workflow_ref"] = "foo/bar/.github/workflows/release-pypi.yml@main",
            ["jti"] = "1",
            ["event_name"] = "push",
            ["ref"] = "main",
            ["sha"] = "abc",
        };
        change(claims);
        var row = new PublisherRow
        {
            Id = Guid.NewGuid(),
            Created = DateTimeOffset.UnixEpoch,
            Publisher = new RehearsalPublisher.GitHub { Owner = "foo", Repository = "bar", OwnerId = "123", Workflow = "release-pypi.yml" },
        };
        return new GitHubProvider().Find([row], new(claims), _ => false).Rejection?.Reason;
    }
}

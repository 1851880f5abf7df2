using System.Text.Json;
using TrustedPublishing.Identity;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Identity;

public sealed class AJobWithoutPermissions : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_URL")]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_TOKEN")]
    public async Task ShowsTheTwoMissingLines(string missing)
    {
        var all = Options.GitHub(new("https://example.com/")).Where(variable => variable.Name != missing).ToArray();
        var failure = await FailureAsync(all);
        Assert.Equal(PublishFailure.IdentityPermissionMissing, failure.Failure);
        Assert.Contains($"{missing} is not set", failure.Message, StringComparison.Ordinal);
        Assert.Contains("  permissions:\n    id-token: write\n", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pypi", "PYPI_ID_TOKEN")]
    [InlineData("testpypi", "TESTPYPI_ID_TOKEN")]
    [InlineData("my-index.example.com", "MY_INDEX_EXAMPLE_COM_ID_TOKEN")]
    [InlineData("ä/1", "__1_ID_TOKEN")]
    public async Task ShowsTheLinesForGitLab(string audience, string variable)
    {
        var failure = await FailureAsync([("GITLAB_CI", "true")], audience);
        Assert.Equal(PublishFailure.IdentityPermissionMissing, failure.Failure);
        Assert.Contains($"  id_tokens:\n    {variable}:\n      aud: {audience}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadsGitLabsTokenFromItsVariable()
    {
        var options = Options.Of(PackageIndex.PyPI, ("GITLAB_CI", "true"), ("PYPI_ID_TOKEN", Jwt.Of(Jwt.GitLabClaims().With("exp", 1788264600))));
        var identity = await CiIdentity.DetectAsync(options, "pypi", TestContext.Current.CancellationToken);
        Assert.Equal("12", identity!.Claims["runner_id"]);
    }

    [Fact]
    public async Task ExplainsWhyAForkCannotPublish()
    {
        var failure = await FailureAsync([("GITHUB_ACTIONS", "true"), .. Event("pull_request", Payload("fork/greeter", "octo/greeter", fork: true))]);
        Assert.Equal(PublishFailure.ForkPullRequest, failure.Failure);
        Assert.DoesNotContain("id-token: write", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b", "c/d", false, true)]
    [InlineData("a/b", "A/B", true, false)] // A pull request within a repository that is a fork itself.
    [InlineData(null, "c/d", true, true)]
    [InlineData(null, null, false, false)]
    public void RecognisesForksByTheNamesOfBothRepositories(string? from, string? to, bool fork, bool expected)
    {
        using var payload = JsonDocument.Parse(Payload(from, to, fork));
        Assert.Equal(expected, GitHubEvent.IsForkPullRequest(payload.RootElement));
    }

    [Theory]
    [InlineData("""{"pull_request":{"head":{"repo":null}}}""", true)]
    [InlineData("""{"pull_request":{"head":{}}}""", true)]
    [InlineData("""{"pull_request":null}""", false)]
    [InlineData("""{"ref":"refs/tags/v1"}""", false)]
    [InlineData("[]", false)]
    public void TreatsADeletedForkAsAFork(string payload, bool expected)
    {
        using var json = JsonDocument.Parse(payload);
        Assert.Equal(expected, GitHubEvent.IsForkPullRequest(json.RootElement));
    }

    [Theory]
    [InlineData("pull_request", "not JSON")]
    [InlineData("push", """{"pull_request":{"head":{"repo":null}}}""")]
    public void DoesNotGuessFromOtherEvents(string name, string payload) =>
        Assert.False(GitHubEvent.IsForkPullRequest(Options.Variables(Event(name, payload))));

    [Fact]
    public void IgnoresAMissingPayload() =>
        Assert.False(GitHubEvent.IsForkPullRequest(Options.Variables(("GITHUB_EVENT_NAME", "pull_request"), ("GITHUB_EVENT_PATH", directory.Combine("none.json")))));

    private (string Name, string Value)[] Event(string name, string payload) =>
        [("GITHUB_EVENT_NAME", name), ("GITHUB_EVENT_PATH", directory.Write("event.json", payload))];

    private static string Payload(string? from, string? to, bool fork) =>
        JsonSerializer.Serialize(new { pull_request = new { head = new { repo = new { full_name = from, fork } }, @base = new { repo = new { full_name = to } } } });

    private static Task<PublishException> FailureAsync((string Name, string Value)[] environment, string audience = "pypi")
    {
        var options = Options.Of(PackageIndex.PyPI, environment);
        return Assert.ThrowsAsync<PublishException>(() => CiIdentity.DetectAsync(options, audience, TestContext.Current.CancellationToken));
    }
}

using TrustedPublishing.Nuke.EnvironmentSetup;
using TrustedPublishing.Nuke.GitHub;
using TrustedPublishing.Nuke.Tests.Doctor;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.EnvironmentSetup;

/// <summary>The requests to GitHub, and the messages if it rejects them.</summary>
public sealed class SendingAnEnvironment
{
    private const string Environment = "PUT /repos/octo-org/greeter/environments/pypi";
    private const string Permission = "the token needs the permission administration: write";
    private const string Later = "nothing; run the same command again later.";
    private const string Rules = "POST /repos/octo-org/greeter/environments/pypi/deployment-branch-policies";

    [Theory]
    [InlineData(401, "Bad credentials", "GitHub answered 401: the token is invalid.", Permission)]
    [InlineData(403, "Must have admin rights to Repository.", "GitHub answered 403: the token does not have this permission. Must have admin rights to Repository.", Permission)]
    [InlineData(404, "Not Found", "GitHub answered 404: not found, or not visible to the token.", Permission)]
    [InlineData(422, "Failed to create the environment protection rule.", "GitHub answered 422: Failed to create the environment protection rule.", "reviewers need read access to the repository")]
    [InlineData(429, "Too many", "GitHub is limiting requests", Later)]
    [InlineData(502, "Bad Gateway", "GitHub answered 502.", Later)]
    public async Task SaysWhatGitHubRejected(int status, string message, string expected, string change)
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Environment, $$"""{"message":"{{message}}"}""", status);

        var failure = await SendAsync(github.Address);

        Assert.Contains($"setting up the environment 'pypi' failed. {expected}", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains($"What to change: {change}", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.", failure.Message, StringComparison.Ordinal);
        Assert.Single(github.Requests);
    }

    [Fact]
    public async Task SaysUntilWhenTheRateLimitLasts()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Environment, """{"message":"API rate limit exceeded"}""", 403, ("X-RateLimit-Limit", "60"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1780000000"));

        Assert.Contains("rate limit is exhausted until 20:26 UTC", (await SendAsync(github.Address)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatGitHubCannotBeReached()
    {
        using var nobody = new Nobody();

        Assert.Contains("could not be reached", (await SendAsync(nobody.Address)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysWhatWasDoneBeforeARejection()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer(Environment, "{}").Answer(Rules, """{"message":"Not Found"}""", 404);

        var failure = await SendAsync(github.Address);

        Assert.Contains("adding the rule 'tag v*' failed", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Done before: setting up the environment 'pypi'. The same command goes on from there.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesEveryInvalidReviewer()
    {
        await using var github = await PlayedGitHub.StartAsync();
        github.Answer("/users/octocat", """{"login":"octocat","id":1,"type":"User"}""").Answer("/users/octo-org", """{"login":"octo-org","id":9,"type":"Organization"}""");
        using var api = Open(github.Address);

        var failure = await Assert.ThrowsAsync<Failure>(() => new ReviewerLookup(api).FindAsync(["@octocat", "octo-org", "nobody", "octo-org/none", "/"]));

        Assert.Equal(3, failure.Message.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
        Assert.Contains("nothing was changed: octo-org is an organisation: name a user, or a team as octo-org/team.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("- nobody: GitHub has no such user.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("- octo-org/none: GitHub answered 404: the team does not exist", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<Failure> SendAsync(Uri address)
    {
        using var api = Open(address);
        var plan = EnvironmentPlanner.Plan(null, new() { Reviewers = [new("User", 1, "octocat")], AllowsSelfReview = false, Refs = [new(GitHubRefRule.Tag, "v*")], StartsByHand = false });
        return await Assert.ThrowsAsync<Failure>(() => new EnvironmentSender(api, Setup.Healthy.GitHub.Value!, "pypi").SendAsync(plan));
    }

    private static GitHubApi Open(Uri address) => new(new(address, new("a-token")), Patience.Limit);
}

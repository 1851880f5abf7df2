using TrustedPublishing.Nuke.Tests.Doctor;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary><c>CheckWorkflow --update-pins</c>, with GitHub's releases simulated over HTTP.</summary>
public sealed class UpdatingPins : IAsyncLifetime
{
    private const string Workflow = ".github/workflows/release.yml";

    private readonly SampleRepository repository = new();
    private PlayedGitHub github = null!;

    [Fact]
    public async Task UsesTheNewestReleaseOfTheMajorVersionThatIsOldEnough()
    {
        var (annotated, commit) = (new string('1', 40), new string('2', 40));
        github
            .Answer("/repos/actions/checkout/releases?per_page=100", Releases(("v99.0.0", 90, ""), ("v7.3.0", 13, ""), ("v7.2.0", 15, "prerelease"), ("v7.2.1", 15, "draft"), ("v7", 15, ""), ("v7.1.0", 15, ""), ("v7.0.9", 40, ""), ("nonsense", 40, "")))
            .Answer("/repos/actions/checkout/git/ref/tags/v7.1.0", $$$"""{"object":{"type":"tag","sha":"{{{annotated}}}"}}""")
            .Answer($"/repos/actions/checkout/git/tags/{annotated}", $$$"""{"object":{"type":"commit","sha":"{{{commit}}}"}}""");

        var result = await UpdateAsync();

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains($"uses: actions/checkout@{commit} # v7.1.0", Text, StringComparison.Ordinal);
        Assert.DoesNotContain(PinnedAction.Checkout.Reference, Text, StringComparison.Ordinal);
        Assert.Contains("actions/checkout v7.0.1 is renewed to v7.1.0, which was published on", result.Output, StringComparison.Ordinal);
        Assert.Contains("actions/checkout v7.3.0 was published on ", result.Output, StringComparison.Ordinal);
        Assert.Contains("actions/checkout v99.0.0 is another major version, which is not used automatically", result.Output, StringComparison.Ordinal);
        Assert.Contains(PinnedAction.SetupDotNet.Reference, Text, StringComparison.Ordinal);

        // The updated pins are kept, in CI and when the file is generated again.
        Assert.Equal(0, (await repository.RunAsync("Releasing", ["CheckWorkflow"], new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true" })).ExitCode);
        Assert.Equal(0, (await repository.RunAsync("Releasing", ["Pack"])).ExitCode);
        Assert.Contains($"uses: actions/checkout@{commit} # v7.1.0", Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UsesANewerOneOnRequest()
    {
        github
            .Answer("/repos/actions/checkout/releases?per_page=100", Releases(("v7.3.0", 3, "")))
            .Answer("/repos/actions/checkout/git/ref/tags/v7.3.0", $$$"""{"object":{"type":"commit","sha":"{{{new string('3', 40)}}}"}}""");

        var result = await UpdateAsync("--pin-cool-down", "2");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains($"uses: actions/checkout@{new string('3', 40)} # v7.3.0", Text, StringComparison.Ordinal);
    }

    /// <summary>Nothing is written if a response cannot be a pin, or if GitHub cannot be queried.</summary>
    [Theory]
    [InlineData("""{"object":{"type":"commit","sha":"main # v7.1.0"}}""", 200, "The releases of actions/checkout could not be read. GitHub's response does not match its API. No pin was renewed.")]
    [InlineData("""{"object":{"type":"tree","sha":"1111111111111111111111111111111111111111"}}""", 200, "The tag v7.1.0 of actions/checkout does not point to a commit, according to GitHub. No pin was renewed.")]
    [InlineData("{}", 500, "The releases of actions/checkout could not be read. GitHub answered 500.")]
    [InlineData("{}", 404, "The releases of actions/checkout could not be read. GitHub answered 404")]
    public async Task WritesNothingForAnInvalidResponse(string answer, int status, string message)
    {
        github.Answer("/repos/actions/checkout/releases?per_page=100", Releases(("v7.1.0", 15, ""))).Answer("/repos/actions/checkout/git/ref/tags/v7.1.0", answer, status);
        var before = Text;

        var result = await UpdateAsync();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(message, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, Text);
    }

    [Fact]
    public async Task NeedsAToken()
    {
        var result = await repository.RunAsync("Releasing", ["CheckWorkflow", "--update-pins"], new Dictionary<string, string> { ["GITHUB_API_URL"] = github.Address.AbsoluteUri });

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("No token: give --doctor-github-token, or set GITHUB_TOKEN or GH_TOKEN. No pin was renewed.", result.Output, StringComparison.Ordinal);
        Assert.Empty(github.Requests);
    }

    [Fact]
    public async Task RejectsAnInvalidCoolDown()
    {
        var result = await UpdateAsync("--pin-cool-down", "366");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("--pin-cool-down", result.Output, StringComparison.Ordinal);
        Assert.Empty(github.Requests);
    }

    public async ValueTask InitializeAsync()
    {
        github = await PlayedGitHub.StartAsync();
        foreach (var action in PinnedAction.All)
        {
            github.Answer($"/repos/{action.Repository}/releases?per_page=100", "[]");
        }

        repository.AddBuild();
        Assert.Equal(0, (await repository.RunAsync("Releasing", ["Pack"])).ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        repository.Dispose();
        await github.DisposeAsync();
    }

    private string Text => File.ReadAllText(repository.Combine(Workflow.Split('/')));

    private Task<TrustedPublishing.Testing.ChildProcessResult> UpdateAsync(params string[] further) =>
        repository.RunAsync("Releasing", ["CheckWorkflow", "--update-pins", .. further], new Dictionary<string, string> { ["GITHUB_API_URL"] = github.Address.AbsoluteUri, ["GITHUB_TOKEN"] = "ghs_played" });

    private static string Releases(params (string Tag, int Days, string More)[] releases) => new System.Text.Json.Nodes.JsonArray(
    [
        .. releases.Select(release => new System.Text.Json.Nodes.JsonObject
        {
            ["tag_name"] = release.Tag,
            ["draft"] = release.More == "draft",
            ["prerelease"] = release.More == "prerelease",
            ["published_at"] = DateTimeOffset.UtcNow.AddDays(-release.Days),
        }),
    ]).ToJsonString();
}

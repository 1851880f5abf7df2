using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal.State;
using TrustedPublishing.Rehearsal.Tests.Pages;
using TrustedPublishing.Rehearsal.Uploading;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>The links that PyPI marks as verified (pypi/warehouse, <c>oidc/models</c> and <c>oidc/urls.py</c>).</summary>
public sealed class VerifiedLinks
{
    private static readonly ProjectRow Project = new() { Id = Guid.Empty, Name = "My.Project", Created = default };

    [Theory]
    [InlineData("https://github.com/o/r", true)]
    [InlineData("https://github.com/o/r/", true)]
    [InlineData("https://github.com/O/R/issues", true)]
    [InlineData("HTTPS://GitHub.com/o/r/tree/main?x=1#y", true)]
    [InlineData("https://github.com/o/r.git", true)]
    [InlineData("https://github.com/o/r.git/", true)]
    [InlineData("https://github.com/o/r.git/issues", false)]
    [InlineData("https://github.com/o/r2", false)]
    [InlineData("https://github.com/o", false)]
    [InlineData("https://github.com/", false)]
    [InlineData("http://github.com/o/r", false)]
    [InlineData("https://github.com/o/r/../malicious", false)]
    [InlineData("https://github.com/o/r/%2e%2e/malicious", false)]
    [InlineData("https://github.com/o/r/..\\malicious", false)]
    [InlineData("https://github.com@evil.example/o/r", false)]
    [InlineData("https://evil.example/https://github.com/o/r", false)]
    [InlineData("https://o.github.io/r", true)]
    [InlineData("https://O.github.io/R/", true)]
    [InlineData("https://o.github.io/r/sub", true)]
    [InlineData("https://o.github.io/", false)]
    [InlineData("https://o.github.io/other/", false)]
    [InlineData("https://o.github.io/r/../malicious", false)]
    [InlineData("https://pypi.org/project/My.Project/", true)]
    [InlineData("https://pypi.org/p/my-project", true)]
    [InlineData("https://pypi.org/project/other/", false)]
    [InlineData("", false)]
    [InlineData("not an address", false)]
    public void IncludeThoseOfAGitHubWorkflow(string address, bool isVerified) =>
        Assert.Equal(isVerified, VerifiedUrl.IsVerified(address, new RehearsalPublisher.GitHub { Owner = "O", Repository = "r", Workflow = "w.yml" }, Project));

    [Theory]
    [InlineData("o", "r", "https://gitlab.com/o/r.git/", true)]
    [InlineData("o", "r", "https://gitlab.com/O/R/-/issues", true)]
    [InlineData("o", "r", "https://gitlab.com/o/r.git/issues", false)]
    [InlineData("o", "r", "https://o.gitlab.io/r/sub/", true)]
    [InlineData("o", "r", "https://o.gitlab.io/", false)]
    [InlineData("o", "r", "https://r-123456.gitlab.io/", false)]
    [InlineData("o", "o.gitlab.io", "https://o.gitlab.io/anything", true)]
    [InlineData("g/s", "r", "https://g.gitlab.io/s/r/sub", true)]
    [InlineData("g/s", "r", "https://g.gitlab.io/r", false)]
    public void IncludeThoseOfAGitLabPipeline(string group, string project, string address, bool isVerified) =>
        Assert.Equal(isVerified, VerifiedUrl.IsVerified(address, new RehearsalPublisher.GitLab { Namespace = group, Project = project }, Project));

    [Theory]
    [InlineData("https://platform.activestate.com/org/project", true)]
    [InlineData("https://platform.activestate.com/Org/project", false)]
    public void IncludeThoseOfActiveState(string address, bool isVerified) =>
        Assert.Equal(isVerified, VerifiedUrl.IsVerified(address, new RehearsalPublisher.ActiveState { Organization = "org", Project = "project", ActorId = "a" }, Project));

    [Fact]
    public void DoNotExistForAServiceAccount() => Assert.False(VerifiedUrl.IsVerified("https://example.org/", new RehearsalPublisher.Google { Email = "a@example.org" }, Project));

    /// <summary>A user's upload verifies nothing; a later upload by a publisher that declares the same links does.</summary>
    [Fact]
    public async Task AreMarkedOnceAPublisherHasDeclaredThem()
    {
        await using var bench = await Bench.StartAsync();
        FormField[] links = [new("project_urls", "Source, https://github.com/octo-org/greeter"), new("project_urls", "Elsewhere, https://example.org/")];
        await bench.UploadAsync(bench.Index.AddUserToken("owner").Reveal(), Sample.Sdist(), links);
        Assert.Empty((await bench.PageAsync("/project/greeter/")).QuerySelectorAll(".page-side .page-good"));

        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), links);

        var page = await bench.PageAsync("/project/greeter/");
        var groups = page.QuerySelectorAll(".page-side p").ToDictionary(title => title.TextContent, title => title.NextElementSibling!.QuerySelectorAll("li").Length);
        Assert.Equal(1, groups["✓ Verified by PyPI"]);
        Assert.Equal(1, groups["Not verified"]);
    }
}

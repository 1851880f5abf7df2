using TrustedPublishing.Http;
using TrustedPublishing.Identity;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Tests.TokenExchange;

/// <summary>The audiences for which identity tokens may be requested if the index names them.</summary>
public sealed class TheAudience : IDisposable
{
    private const string GitHubsService = "https://pipelinesghubeus1.actions.githubusercontent.com/token";
    private const string Company = "https://pypi.example.com/legacy/";

    private readonly HttpClient http = HttpClients.CreateClient(Options.Of(PackageIndex.PyPI).Network);

    public static TheoryData<string> OfOthers =>
    [
        "pypi", "testpypi", "PyPI", " pypi ", "https://pypi.org", "upload.pypi.org", "sigstore", "https://oauth2.sigstore.dev",
        "sts.amazonaws.com", "sts.eu-west-1.amazonaws.com", "sts.amazonaws.com.cn", "https://sts.amazonaws.com/", "STS.AMAZONAWS.COM", "sts.aliyuncs.com",
        "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/x", "https://iam.googleapis.com/projects/1", "https://sts.googleapis.com",
        "api://AzureADTokenExchange", "api://azureadtokenexchange", "api://AzureADTokenExchangeUSGov", "https://login.microsoftonline.com/x",
        "https://www.nuget.org", "nuget.org", "npm:registry.npmjs.org", "registry.npmjs.org", "crates.io", "rubygems.org", "pub.dev", "jsr.io",
        "https://github.com/octo", "https://token.actions.githubusercontent.com", "https://gitlab.com", "hub.docker.com", "vault.workload.identity", "urn:pulumi:org:x",
    ];

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData("pypi", "pypi")]
    [InlineData("testpypi", "testpypi")]
    public void IsFixedForPyPI(string index, string expected)
    {
        Assert.Equal(expected, Accepted(index, expected));
        Assert.All([expected == "pypi" ? "testpypi" : "pypi", "sts.amazonaws.com", "sigstore", "upload.pypi.org", "Pypi"], named => Refused(index, named, expected));
        Assert.All(["sts.amazonaws.com", "mine"], declared => Refused(index, declared, expected, declared));
    }

    [Theory]
    [MemberData(nameof(OfOthers))]
    public void IsNeverThatOfAnotherService(string named)
    {
        Refused(Company, named, "pypi.example.com");
        Refused(Company, named, named, declared: named);
        Refused("http://localhost:3141/", named, "localhost"); // a program in the job, and tokens that are good everywhere
    }

    [Theory]
    [InlineData(Company, "pypi.example.com", null)]
    [InlineData("https://PyPI.example.com:8443/upload/", "PYPI.example.com", null)]
    [InlineData("http://localhost:3141/", "localhost", null)]
    [InlineData(Company, "our-index", "our-index")]
    [InlineData(Company, "jfrog-github", "jfrog-github")]
    public void IsTheIndexsHostOrTheDeclaredOne(string index, string named, string? declared) => Assert.Equal(named, Accepted(index, named, declared));

    [Theory]
    [InlineData("other.example.com", null, "pypi.example.com", "neither declared nor")]
    [InlineData("example.com", null, "pypi.example.com", "neither declared nor")]
    [InlineData("https://pypi.example.com", null, "pypi.example.com", "neither declared nor")]
    [InlineData("our-index", null, "pypi.example.com", "neither declared nor")]
    [InlineData("pypi.example.com", "our-index", "our-index", "not the declared audience")]
    [InlineData("Our-Index", "our-index", "our-index", "not the declared audience")]
    public void IsNothingElse(string named, string? declared, string expected, string why) => Refused(Company, named, expected, declared, why: why);

    /// <summary>
    /// An embedded index names "pypi", as PyPI does. That is safe because no other service accepts the tokens of its token service.
    /// </summary>
    [Theory]
    [InlineData("http://127.0.0.1:5000/legacy/", "http://127.0.0.1:5000/token", true)]
    [InlineData("http://localhost:5000/legacy/", "http://[::1]:6000/token", true)]
    [InlineData("http://127.0.0.1:5000/legacy/", GitHubsService, false)]
    [InlineData(Company, "http://127.0.0.1:5000/token", false)]
    public void IsUnrestrictedIfIndexAndTokenServiceAreOnThisMachine(string index, string service, bool accepted)
    {
        if (accepted)
        {
            Assert.Equal("pypi", Accepted(index, "pypi", service: service));
        }
        else
        {
            Refused(index, "pypi", PackageIndex.Parse(index).UploadUrl.Host, service: service);
        }
    }

    [Theory]
    [InlineData("https://gitlab.com", false)]
    [InlineData("http://127.0.0.1:5000", true)]
    public void DependsOnTheGitLabServer(string server, bool accepted)
    {
        var options = Options.Of(PackageIndex.Parse("http://127.0.0.1:5000/legacy/"), ("GITLAB_CI", "true"), ("CI_SERVER_URL", server));

        Assert.Equal(accepted, Record.Exception(() => AudiencePolicy.Accepted(new(options.Index, options.Audience, options.Publisher), IdentityDetector.Detect(options.Job, http)!, "pypi")) is null);
    }

    [Fact]
    public async Task IsRejectedBeforeAnyTokenIsRequested()
    {
        var asked = new List<string>();
        await using var index = new LoopbackServer(request => { asked.Add(request.Split(' ')[1]); return LoopbackServer.Answer(200, """{"audience":"sts.amazonaws.com"}"""); });
        var options = Options.Of(PackageIndex.Parse($"{index.Url}legacy/"), ("GITHUB_ACTIONS", "true"), ("ACTIONS_ID_TOKEN_REQUEST_URL", GitHubsService), ("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "the-request-token"));
        using var client = HttpClients.CreateClient(options.Network);

        var failure = await Assert.ThrowsAsync<PublishException>(() => options.AuthorizeWith(client).OpenAsync(project: null, audience: null, progress: null, TestContext.Current.CancellationToken));

        Assert.Equal(PublishFailure.AudienceNotAccepted, failure.Failure);
        Assert.Equal(["/_/oidc/audience"], asked);
    }

    private string Accepted(string index, string named, string? declared = null, string service = GitHubsService)
    {
        var options = Options.Of(PackageIndex.Parse(index), ("GITHUB_ACTIONS", "true"), ("ACTIONS_ID_TOKEN_REQUEST_URL", service)) with { Audience = declared };
        return AudiencePolicy.Accepted(new(options.Index, options.Audience, options.Publisher), IdentityDetector.Detect(options.Job, http)!, named);
    }

    private void Refused(string index, string named, string expected, string? declared = null, string service = GitHubsService, string why = "")
    {
        var failure = Assert.Throws<PublishException>(() => Accepted(index, named, declared, service));
        Assert.Equal(PublishFailure.AudienceNotAccepted, failure.Failure);
        Assert.Contains($"\"{named.Trim()}\"", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"Expected: \"{expected.Trim()}\"", failure.Message, StringComparison.Ordinal);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
    }
}

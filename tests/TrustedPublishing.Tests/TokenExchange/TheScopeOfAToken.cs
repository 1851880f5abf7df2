using System.Buffers.Text;
using CsCheck;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Tests.TokenExchange;

/// <summary>A PyPI token states for how many projects it is valid; other tokens do not.</summary>
public sealed class TheScopeOfAToken
{
    [Theory]
    [InlineData("greeter")]
    [InlineData("greeter", "parter", "third")]
    public async Task IsThatOfThePublisher(params string[] projects)
    {
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", Projects = projects });
        var options = new PublishOptions { Index = index.Index, Distributions = ["*"], Environment = index.JobEnvironment() };
        using var http = TrustedPublishing.Http.HttpClients.CreateClient(options);

        await using var credentials = await CredentialSource.OpenAsync(options, http, progress: null, TestContext.Current.CancellationToken);

        Assert.Equal(projects.Length, credentials.Projects);
    }

    [Fact]
    public async Task IsUnlimitedForATokenOfAUser()
    {
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(TokenScope.Projects(index.AddUserToken("octocat")));
    }

    [Theory]
    [InlineData("s3cret")]
    [InlineData("pypi-")]
    [InlineData("pypi-AgEIcHlwaS5vcmcCJGFiY2RlZg")]
    [InlineData("pypi-!!")]
    [InlineData("pypi-Av____8")]
    public void IsUnknownOfAnythingElse(string token) => Assert.Null(TokenScope.Projects(new(token)));

    [Fact]
    public void NeverFails() => Gen.Byte.Array[0, 60].Sample(bytes => _ = TokenScope.Projects(new($"pypi-{Base64Url.EncodeToString([2, .. bytes])}")));

    /// <summary>Caveats that are valid JSON but not PyPI's.</summary>
    [Theory]
    [InlineData("[2,[\"a\",\"b\"]]", 2)]
    [InlineData("[1,[\"a\"]]", 1)]
    [InlineData("[2,\"a\"]", null)]
    [InlineData("[2]", null)]
    [InlineData("{\"version\":1}", null)]
    [InlineData("[\"2\",[\"a\"]]", null)]
    [InlineData("[2.5,[\"a\"]]", null)]
    public void IsReadFromItsCaveats(string caveat, int? projects)
    {
        var identifier = System.Text.Encoding.UTF8.GetBytes(caveat);
        byte[] token = [2, 2, 1, (byte)'i', 0, 2, (byte)identifier.Length, .. identifier, 0, 0, 6, 2, 1, 1];

        Assert.Equal(projects, TokenScope.Projects(new($"pypi-{Base64Url.EncodeToString(token)}")));
    }
}

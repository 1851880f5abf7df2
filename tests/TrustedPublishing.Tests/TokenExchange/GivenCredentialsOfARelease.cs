using System.Text;
using TrustedPublishing.Http;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Tests.TokenExchange;

public sealed class GivenCredentialsOfARelease
{
    private static readonly PackageIndex Devpi = PackageIndex.Parse("https://devpi.example.com/team/dev/");

    [Fact]
    public async Task ComeBeforeTheJobsIdentity()
    {
        await using var source = await OpenAsync(Of(PackageIndex.PyPI, ("GITHUB_ACTIONS", "true")) with { ApiToken = new("pypi-token\n") });
        var credential = await source.CurrentAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("__token__:pypi-token", false, false), (Decoded(credential), source.CanRenew, source.IsTrustedPublishing));
    }

    [Fact]
    public async Task MayBeUserAndPasswordForOtherIndexes()
    {
        await using var source = await OpenAsync(Of(Devpi) with { UserName = "jörg", Password = new("pass:word") });
        Assert.Equal("jörg:pass:word", Decoded(await source.CurrentAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task MayBeATokenGivenAsTwineWantsIt()
    {
        await using var source = await OpenAsync(Of(PackageIndex.PyPI) with { UserName = "__token__", Password = new("pypi-token") });
        Assert.Equal("__token__:pypi-token", Decoded(await source.CurrentAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task AreMaskedAndNotPrinted()
    {
        var secrets = new List<string>();
        await using var source = await OpenAsync(Of(PackageIndex.PyPI) with { ApiToken = new("pypi-token"), OnSecret = secret => secrets.Add(secret.Reveal()) });
        var credential = await source.CurrentAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["pypi-token", credential.Header.Parameter!], secrets);
        Assert.DoesNotContain(credential.Header.Parameter!, credential.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pypi", "user", "password", PublishFailure.CredentialsRefused)]
    [InlineData("testpypi", "user", "password", PublishFailure.CredentialsRefused)]
    [InlineData("https://devpi.example.com/", "user", null, PublishFailure.NoCredentials)]
    [InlineData("https://devpi.example.com/", null, "password", PublishFailure.NoCredentials)]
    [InlineData("https://devpi.example.com/", "", "password", PublishFailure.NoCredentials)]
    [InlineData("pypi", null, null, PublishFailure.NoCredentials)]
    public async Task AreRefusedBeforeAnythingIsSent(string index, string? user, string? password, PublishFailure expected)
    {
        var options = Of(PackageIndex.Parse(index)) with { UserName = user, Password = Secret.From(password) };
        Assert.Equal(expected, (await Assert.ThrowsAsync<PublishException>(() => OpenAsync(options))).Failure);
    }

    [Fact]
    public async Task CannotBeRenewed()
    {
        await using var source = await OpenAsync(Of(PackageIndex.PyPI) with { ApiToken = new("pypi-token") });
        var credential = await source.CurrentAsync(TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<PublishException>(async () => await source.RenewAsync(credential, TestContext.Current.CancellationToken));
        Assert.Equal(PublishFailure.TokenExpired, failure.Failure);
    }

    private static PublishOptions Of(PackageIndex index, params (string Name, string Value)[] environment) => Options.Of(index, environment);

    private static async Task<CredentialSource> OpenAsync(PublishOptions options)
    {
        using var http = HttpClients.CreateClient(options);
        return await CredentialSource.OpenAsync(options, http, progress: null, TestContext.Current.CancellationToken);
    }

    private static string Decoded(Credential credential)
    {
        Assert.Equal("Basic", credential.Header.Scheme);
        return Encoding.UTF8.GetString(Convert.FromBase64String(credential.Header.Parameter!));
    }
}

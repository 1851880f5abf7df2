using System.Text;
using TrustedPublishing.Http;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Tests.TokenExchange;

public sealed class ConfiguredCredentialsOfARelease
{
    private static readonly PackageIndex Devpi = PackageIndex.Parse("https://devpi.example.com/team/dev/");

    [Fact]
    public async Task TakePrecedenceOverTheJobsIdentity()
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
    public async Task MayBeATokenInTwinesForm()
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
        Assert.Equal("Credential { Expires =  }", credential.ToString());
    }

    [Fact]
    public async Task AreMaskedWithTheirPassword()
    {
        var secrets = new List<string>();
        await using var source = await OpenAsync(Of(Devpi) with { UserName = "user", Password = new(" pass "), OnSecret = secret => secrets.Add(secret.Reveal()) });
        Assert.Equal([" pass ", (await source.CurrentAsync(TestContext.Current.CancellationToken)).Header.Parameter!], secrets);
    }

    [Theory]
    [InlineData("pypi", "user", "password", PublishFailure.CredentialsRefused, "PyPI")]
    [InlineData("testpypi", "user", "password", PublishFailure.CredentialsRefused, "TestPyPI")]
    [InlineData("https://devpi.example.com/", "user", null, PublishFailure.NoCredentials, "a password is missing")]
    [InlineData("https://devpi.example.com/", null, "password", PublishFailure.NoCredentials, "a user name is missing")]
    [InlineData("https://devpi.example.com/", "", "password", PublishFailure.NoCredentials, "a user name is missing")]
    [InlineData("pypi", null, null, PublishFailure.NoCredentials, "PyPI")]
    public async Task AreRejectedBeforeAnythingIsSent(string index, string? user, string? password, PublishFailure expected, string words)
    {
        var options = Of(PackageIndex.Parse(index)) with { UserName = user, Password = Secret.From(password) };
        var failure = await Assert.ThrowsAsync<PublishException>(() => OpenAsync(options));
        Assert.Equal(expected, failure.Failure);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Invalid credentials fail when they are used; this check only asks whether there are any.</summary>
    [Theory]
    [InlineData(null, null, null, false, false)]
    [InlineData("pypi-token", null, null, false, true)]
    [InlineData(null, "user", "password", false, true)]
    [InlineData(null, "user", null, false, true)]
    [InlineData(null, null, null, true, true)]
    public void AreReportedAsMissingBeforeAnyRequest(string? token, string? user, string? password, bool isJob, bool isFound)
    {
        var options = Of(Devpi, isJob ? Options.GitHub(new("https://tokens.example.com/")) : []) with { ApiToken = Secret.From(token), UserName = user, Password = Secret.From(password) };
        using var http = HttpClients.CreateClient(options.Network);

        var exception = Record.Exception(() => options.AuthorizeWith(http).ThrowIfNone());

        Assert.Equal(isFound ? null : PublishFailure.NoCredentials, (exception as PublishException)?.Failure);
        Assert.Equal(isFound, exception is null);
    }

    [Fact]
    public async Task ProvideNoIdentityOfAJob()
    {
        await using var source = await OpenAsync(Of(PackageIndex.PyPI) with { ApiToken = new("pypi-token") });

        Assert.Null(source.Exchanged);
        Assert.Null(source.Projects);
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
        using var http = HttpClients.CreateClient(options.Network);
        return await options.AuthorizeWith(http).OpenAsync(project: null, audience: null, progress: null, TestContext.Current.CancellationToken);
    }

    private static string Decoded(Credential credential)
    {
        Assert.Equal("Basic", credential.Header.Scheme);
        return Encoding.UTF8.GetString(Convert.FromBase64String(credential.Header.Parameter!));
    }
}

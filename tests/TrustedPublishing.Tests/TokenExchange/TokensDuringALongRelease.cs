using TrustedPublishing.Http;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Tests.TokenExchange;

public sealed class TokensDuringALongRelease
{
    [Theory]
    [InlineData(0, "pypi-1")]
    [InlineData(719, "pypi-1")]
    [InlineData(721, "pypi-2")] // Under three of fifteen minutes are left.
    [InlineData(901, "pypi-2")]
    public async Task AreReplacedBeforeTheyExpire(int seconds, string expected)
    {
        await using var exchange = new PlayedExchange();
        await using var release = await OpenedRelease.OpenAsync(exchange);
        exchange.Time.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(expected, await release.TokenAsync());
        Assert.Equal(exchange.Exchanged.Distinct(), exchange.Exchanged);
        Assert.Single(exchange.Requests, request => request.StartsWith("GET /_/oidc/audience ", StringComparison.Ordinal)); // asked once for all of them
    }

    [Fact]
    public async Task AreExchangedForTheAudienceThatWasAskedBefore()
    {
        await using var exchange = new PlayedExchange();
        using var http = HttpClients.CreateClient(exchange.Options.Network);

        await using var source = await exchange.Options.AuthorizeWith(http).OpenAsync(project: null, Task.FromResult("pypi"), exchange.Time, TestContext.Current.CancellationToken);

        Assert.Equal(["identity-1"], exchange.Exchanged);
        Assert.DoesNotContain(exchange.Requests, request => request.Contains("/_/oidc/audience", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AreThoseOfTheJobWhoseIdentityWasExchanged()
    {
        await using var exchange = new PlayedExchange();
        await using var release = await OpenedRelease.OpenAsync(exchange);

        Assert.Equal(("GitHub Actions", "identity-1"), (release.Source.Exchanged!.System.Name, release.Source.Exchanged.Claims["jti"]));
    }

    [Fact]
    public async Task AreNotReplacedForEachFileIfShortLived()
    {
        await using var exchange = new PlayedExchange { TokenLife = TimeSpan.FromMinutes(2) };
        await using var release = await OpenedRelease.OpenAsync(exchange);
        Assert.Equal("pypi-1", await release.TokenAsync());
        exchange.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("pypi-2", await release.TokenAsync());
    }

    [Fact]
    public async Task AreReplacedOnceForAllConcurrentCallers()
    {
        await using var exchange = new PlayedExchange();
        await using var release = await OpenedRelease.OpenAsync(exchange);
        exchange.Time.Advance(TimeSpan.FromMinutes(14));
        var tokens = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(release.TokenAsync)));
        Assert.Equal(["pypi-2"], tokens.Distinct());
        Assert.Equal(2, exchange.Exchanged.Count);
    }

    [Fact]
    public async Task AreReplacedOnceForAllRejectedUploads()
    {
        await using var exchange = new PlayedExchange { TokenLife = null };
        await using var release = await OpenedRelease.OpenAsync(exchange);
        var refused = await release.Source.CurrentAsync(TestContext.Current.CancellationToken);
        var renewed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await release.Source.RenewAsync(refused, TestContext.Current.CancellationToken))));
        Assert.Equal(["pypi-2"], renewed.Select(OpenedRelease.TokenOf).Distinct());
        Assert.Equal(2, exchange.Exchanged.Count);
    }

    [Fact]
    public async Task AreKeptWhileValidIfAnEarlyReplacementFails()
    {
        await using var exchange = new PlayedExchange(PlayedExchange.Status(200, """{"token":"pypi-0","expires":1788264900}"""), PlayedExchange.Status(422, """{"errors":[{"code":"not-enabled"}]}"""));
        await using var release = await OpenedRelease.OpenAsync(exchange);
        exchange.Time.Advance(DateTimeOffset.FromUnixTimeSeconds(1788264900) - exchange.Time.GetUtcNow() - TimeSpan.FromMinutes(1));
        Assert.Equal("pypi-0", await release.TokenAsync());
        Assert.Equal(2, exchange.Exchanged.Count);
    }

    [Fact]
    public async Task CannotBeReplacedIfThereIsOnlyOneIdentity()
    {
        await using var exchange = new PlayedExchange();
        var options = Tests.Options.Of(exchange.Index, ("GITLAB_CI", "true"), ("CI_SERVER_URL", "http://localhost"), ("PYPI_ID_TOKEN", Jwt.Of(Jwt.GitLabClaims().With("exp", 1788264600)))) with { Time = exchange.Time };
        await using var release = await OpenedRelease.OpenAsync(exchange, options);
        exchange.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(("pypi-1", false, true), (await release.TokenAsync(), release.Source.CanRenew, release.Source.IsTrustedPublishing));
        var failure = await Assert.ThrowsAsync<PublishException>(async () =>
            await release.Source.RenewAsync(await release.Source.CurrentAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
        Assert.Equal(PublishFailure.TokenExpired, failure.Failure);
    }

    [Fact]
    public async Task AreRevokedAtTheEndUnlessExpired()
    {
        await using var exchange = new PlayedExchange();
        await using (var release = await OpenedRelease.OpenAsync(exchange))
        {
            exchange.Time.Advance(TimeSpan.FromMinutes(14));
            _ = await release.TokenAsync();
            exchange.Time.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(["pypi-2"], exchange.Burnt);
    }

    [Fact]
    public async Task AreBurntOnce()
    {
        await using var exchange = new PlayedExchange();
        var release = await OpenedRelease.OpenAsync(exchange);
        release.Source.Burn();
        release.Source.Burn();
        await release.DisposeAsync();
        Assert.Equal(["pypi-1"], exchange.Burnt);
    }

    [Fact]
    public async Task AreLeftToEndByThemselvesWhenTheClientIsGone()
    {
        await using var exchange = new PlayedExchange();
        var http = HttpClients.CreateClient(exchange.Options.Network);
        var source = await exchange.Options.AuthorizeWith(http).OpenAsync(project: null, audience: null, exchange.Time, TestContext.Current.CancellationToken);
        http.Dispose();

        await source.DisposeAsync();

        Assert.Empty(exchange.Burnt);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(500)]
    [InlineData(null)]
    public async Task CauseNoFailureIfTheyCannotBeRevoked(int? status)
    {
        await using var exchange = new PlayedExchange { Burn = () => status is null ? null : LoopbackServer.Answer(status.Value, "") };
        var release = await OpenedRelease.OpenAsync(exchange);
        await release.DisposeAsync();
        Assert.Equal(["pypi-1"], exchange.Burnt);
    }

    [Fact]
    public async Task DoNotDelayTheReleaseIfRevocationIsSlow()
    {
        PlayedExchange? played = null;
        await using var exchange = played = new PlayedExchange
        {
            Burn = () =>
            {
                played!.Time.Advance(TimeSpan.FromSeconds(5));
                return null;
            },
        };
        var release = await OpenedRelease.OpenAsync(exchange);
        await release.DisposeAsync();
        Assert.Equal(["pypi-1"], exchange.Burnt);
    }

    [Fact]
    public async Task AreReportedWithTheirIdentity()
    {
        await using var exchange = new PlayedExchange();
        await using var release = await OpenedRelease.OpenAsync(exchange);
        Assert.Equal(
            [new PublishProgress.IdentityDetected("GitHub Actions", "pypi"), new PublishProgress.TokenExchanged(exchange.Time.Start + TimeSpan.FromMinutes(15))],
            exchange.Time.Reported);
    }

    [Fact]
    public async Task AreMaskedTheMomentTheyExist()
    {
        await using var exchange = new PlayedExchange();
        var secrets = new List<string>();
        await using var release = await OpenedRelease.OpenAsync(exchange, exchange.Options with { OnSecret = secret => secrets.Add(secret.Reveal()) });
        Assert.Equal("the-request-token", secrets[0]);
        Assert.StartsWith("eyJ", secrets[1], StringComparison.Ordinal);
        Assert.Equal("pypi-1", secrets[2]);
        var credential = await release.Source.CurrentAsync(TestContext.Current.CancellationToken);
        Assert.Equal(credential.Header.Parameter, secrets[3]);
    }
}

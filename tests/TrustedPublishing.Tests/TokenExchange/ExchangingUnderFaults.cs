using System.Net;
using TrustedPublishing.Http;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Tests.TokenExchange;

public sealed class ExchangingUnderFaults
{
    private static readonly Func<string?> Cut = () => null;

    private static readonly Func<string?> Truncated = () => "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"token\":";

    [Fact]
    public async Task UsesANewIdentityForEachAttempt()
    {
        await using var exchange = new PlayedExchange(PlayedExchange.Status(503), Cut, Truncated, PlayedExchange.Status(502));
        await using var release = await OpenedRelease.OpenAsync(exchange);
        Assert.Equal(["identity-1", "identity-2", "identity-3", "identity-4", "identity-5"], exchange.Exchanged);
        Assert.Equal("pypi-1", await release.TokenAsync());
        Assert.Equal([2, 3, 4, 5], exchange.Time.Retries.Select(retry => retry.Attempt));
        Assert.All(exchange.Time.Retries, retry => Assert.InRange(retry.Delay, TimeSpan.Zero, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task GivesUpAfterFiveAttempts()
    {
        await using var exchange = new PlayedExchange(Enumerable.Repeat(PlayedExchange.Status(500, "<h1>Oops</h1>"), 9));
        var failure = await FailureAsync(exchange);
        Assert.Equal((PublishFailure.IndexUnavailable, HttpStatusCode.InternalServerError, 5), (failure.Failure, failure.StatusCode, exchange.Exchanged.Count));
        Assert.Equal(5, exchange.Exchanged.Distinct().Count());
    }

    [Fact]
    public async Task WaitsAtMostThirtySecondsForAResponse()
    {
        PlayedExchange? played = null;
        await using var exchange = played = new PlayedExchange(() =>
        {
            played!.Time.Advance(TimeSpan.FromSeconds(30));
            return null;
        });
        await using var release = await OpenedRelease.OpenAsync(exchange);
        Assert.Equal("no answer within 30 seconds", Assert.Single(exchange.Time.Retries).Reason);
        Assert.Equal(["identity-1", "identity-2"], exchange.Exchanged);
    }

    [Fact]
    public async Task RetriesOnceAfterAMinuteIfTheTokenIsReportedAsInvalid()
    {
        await using var exchange = new PlayedExchange(PlayedExchange.Status(422, PlayedExchange.InvalidToken));
        await using var release = await OpenedRelease.OpenAsync(exchange);
        Assert.Equal(["identity-1", "identity-2"], exchange.Exchanged);
        Assert.Equal((2, TimeSpan.FromSeconds(60)), Assert.Single(exchange.Time.Retries.Select(retry => (retry.Attempt, retry.Delay))));
    }

    [Fact]
    public async Task DoesNotRetryAgain()
    {
        await using var exchange = new PlayedExchange(Enumerable.Repeat(PlayedExchange.Status(422, PlayedExchange.InvalidToken), 9));
        var failure = await FailureAsync(exchange);
        Assert.Equal((PublishFailure.InvalidIdentityToken, 2), (failure.Failure, exchange.Exchanged.Count));
    }

    [Theory]
    [InlineData("invalid-publisher", PublishFailure.InvalidPublisher)]
    [InlineData("invalid-pending-publisher", PublishFailure.InvalidPendingPublisher)]
    [InlineData("invalid-reuse-token", PublishFailure.ReusedIdentityToken)]
    [InlineData("not-enabled", PublishFailure.TrustedPublishingUnavailable)]
    [InlineData("invalid-payload", PublishFailure.ExchangeRefused)]
    [InlineData("invalid-moon-phase", PublishFailure.ExchangeRefused)]
    public async Task NeverRetriesAnyOtherRejection(string code, PublishFailure expected)
    {
        await using var exchange = new PlayedExchange(PlayedExchange.Status(422, $$"""{"errors":[{"code":"{{code}}","description":"because"}]}"""));
        var failure = await FailureAsync(exchange);
        Assert.Equal((expected, HttpStatusCode.UnprocessableEntity, 1), (failure.Failure, failure.StatusCode, exchange.Exchanged.Count));
        Assert.Equal(expected is PublishFailure.InvalidPublisher, failure.Claims.Count > 0);
    }

    [Theory]
    [InlineData(429, "", PublishFailure.RateLimited, 1)]
    [InlineData(429, "Retry-After: 7\r\n", null, 2)]
    [InlineData(503, "Retry-After: 7\r\n", null, 2)]
    [InlineData(503, "Retry-After: 86400\r\n", PublishFailure.IndexUnavailable, 1)]
    [InlineData(307, "Location: /elsewhere\r\n", PublishFailure.Redirected, 1)]
    [InlineData(404, "", PublishFailure.TrustedPublishingUnavailable, 1)]
    [InlineData(405, "", PublishFailure.TrustedPublishingUnavailable, 1)]
    [InlineData(401, "", PublishFailure.UnexpectedAnswer, 1)]
    [InlineData(300, "", PublishFailure.Redirected, 1)]
    [InlineData(399, "", PublishFailure.Redirected, 1)]
    [InlineData(400, "", PublishFailure.UnexpectedAnswer, 1)]
    [InlineData(499, "", PublishFailure.UnexpectedAnswer, 1)]
    public async Task HonoursTheRequestedDelay(int status, string headers, PublishFailure? expected, int attempts)
    {
        await using var exchange = new PlayedExchange(PlayedExchange.Status(status, "no", headers));
        var exception = await Record.ExceptionAsync(async () =>
        {
            await using var release = await OpenedRelease.OpenAsync(exchange);
        });
        Assert.Equal((expected, attempts), ((exception as PublishException)?.Failure, exchange.Exchanged.Count));
        Assert.All(exchange.Time.Retries, retry => Assert.Equal(TimeSpan.FromSeconds(7), retry.Delay));
    }

    [Theory]
    [InlineData(404, "Not Found", PublishFailure.TrustedPublishingUnavailable, "does not support Trusted Publishing")]
    [InlineData(405, "", PublishFailure.TrustedPublishingUnavailable, "does not support Trusted Publishing")]
    [InlineData(401, "", PublishFailure.TrustedPublishingUnavailable, "does not support Trusted Publishing")]
    [InlineData(410, "", PublishFailure.TrustedPublishingUnavailable, "does not support Trusted Publishing")]
    [InlineData(500, "", PublishFailure.IndexUnavailable, "went on failing when repeated")]
    [InlineData(403, """{"message":"Trusted publishing functionality not enabled"}""", PublishFailure.TrustedPublishingUnavailable, "has disabled")]
    [InlineData(200, "<html><title>Log in</title>", PublishFailure.UnexpectedAnswer, "Log in")]
    [InlineData(302, "", PublishFailure.Redirected, "redirects elsewhere")]
    public async Task ExplainsAMissingAudience(int status, string body, PublishFailure expected, string words)
    {
        await using var exchange = new PlayedExchange();
        exchange.Audience = LoopbackServer.Answer(status, body);
        var failure = await FailureAsync(exchange);
        Assert.Equal((expected, 0), (failure.Failure, exchange.Exchanged.Count));
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TriesOnlyOnceIfThereIsOnlyOneIdentity()
    {
        await using var exchange = new PlayedExchange(PlayedExchange.Status(503));
        var token = Jwt.Of(Jwt.GitLabClaims().With("exp", 1788264600));
        var options = Tests.Options.Of(exchange.Index, ("GITLAB_CI", "true"), ("CI_SERVER_URL", "http://localhost"), ("PYPI_ID_TOKEN", token)) with { Time = exchange.Time };
        var failure = await Assert.ThrowsAsync<PublishException>(() => OpenedRelease.OpenAsync(exchange, options));
        Assert.Equal((PublishFailure.IndexUnavailable, 1), (failure.Failure, exchange.Exchanged.Count));
        Assert.Contains("There was only one attempt", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopsImmediatelyWhenCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await using var exchange = new PlayedExchange(() =>
        {
            cancellation.Cancel();
            return null;
        });
        using var http = HttpClients.CreateClient(exchange.Options.Network);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => exchange.Options.AuthorizeWith(http).OpenAsync(project: null, audience: null, exchange.Time, cancellation.Token));
        Assert.Single(exchange.Exchanged);
        Assert.Empty(exchange.Time.Retries);
    }

    [Fact]
    public async Task ShowsNoSecretInAnyFailure()
    {
        var secrets = new List<string>();
        await using var exchange = new PlayedExchange(() => LoopbackServer.Answer(422, $$"""{"errors":[{"code":"invalid-payload","description":"cannot read {{secrets[^1]}}"}]}"""));
        var failure = await Assert.ThrowsAsync<PublishException>(() =>
            OpenedRelease.OpenAsync(exchange, exchange.Options with { OnSecret = secret => secrets.Add(secret.Reveal()) }));
        Assert.Contains("the-request-token", secrets);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, failure.ToString(), StringComparison.Ordinal));
        Assert.Contains("cannot read ***", failure.Message, StringComparison.Ordinal);
    }

    private static Task<PublishException> FailureAsync(PlayedExchange exchange) => Assert.ThrowsAsync<PublishException>(() => OpenedRelease.OpenAsync(exchange));
}

using System.Net;
using TrustedPublishing.Http;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Tests;

internal static partial class FailureExamples
{
    private static readonly PackageIndex Other = PackageIndex.Parse("https://devpi.example.com/team/dev/");

    public static IEnumerable<FailureExample> Exchange =>
    [
        new("AudienceUnusable", "switched off", Audience(PackageIndex.PyPI, new(HttpStatusCode.Forbidden, """{"message":"Trusted publishing functionality not enabled"}"""))),
        new("AudienceUnusable", "not offered", Audience(Other, new(HttpStatusCode.NotFound, "<html><head><title>404 Not Found</title></head><body>…</body></html>"))),
        new("AudienceUnusable", "a web page", Audience(Other, new(HttpStatusCode.OK, "<html><title>Log in</title></html>"))),
        new("AudienceUnusable", "no answer", Audience(PackageIndex.PyPI, Refused)),
        new("AudienceUnusable", "unknown certificate", Audience(Other, Distrusted)),
        new("AudienceNotAccepted", "PyPI", ExchangeFailures.AudienceNotAccepted(PackageIndex.PyPI, "sts.amazonaws.com", "pypi", "its audience is fixed")),
        new("AudienceNotAccepted", "another index", ExchangeFailures.AudienceNotAccepted(Other, "sts.amazonaws.com\n::stop-commands::P", "devpi.example.com", "it belongs to another service, which would accept the token as this job's identity")),
        new("ExchangeUnusable", "HTTP 503", Mint(PackageIndex.PyPI, new(HttpStatusCode.ServiceUnavailable, "<html><h1>Service Unavailable</h1></html>"))),
        new("ExchangeUnusable", "only one identity", ExchangeFailures.ExchangeUnusable(PackageIndex.PyPI, PackageIndex.PyPI.MintUrl, Refused, isRepeated: false)),
        new("ExchangeUnusable", "a redirect", Mint(Other, new(HttpStatusCode.Found, "") { Location = new("https://user:password@login.example.com/?ticket=secret") })),
        new("ExchangeUnusable", "HTTP 429", Mint(PackageIndex.PyPI, new(HttpStatusCode.TooManyRequests, "slow down") { RetryAfter = TimeSpan.FromMinutes(5) })),
        new("ExchangeUnusable", "no token in it", Mint(PackageIndex.PyPI, new(HttpStatusCode.OK, """{"token":["pypi-AgEIcHlwaS5vcmcCJGFiY2RlZg"]}"""))),
        new("ExchangeUnusable", "a text with tokens", Mint(Other, new(HttpStatusCode.BadRequest, "cannot read eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJweXBpIn0.c2lnbmF0dXJl or pypi-AgEIcHlwaS5vcmcCJGFiY2RlZg"))),
        new("TokenExpired", "an API token", ExchangeFailures.TokenExpired(PackageIndex.PyPI, isTrustedPublishing: false)),
        new("TokenExpired", "GitLab", ExchangeFailures.TokenExpired(PackageIndex.PyPI, isTrustedPublishing: true)),
        new("TokenForFewerProjects", null, ExchangeFailures.TokenForFewerProjects(PackageIndex.PyPI, ["greeter", "parter"], 1)),
    ];

    private static PublishException Audience(PackageIndex index, HttpResponse answer) => ExchangeFailures.AudienceUnusable(index, answer);

    private static PublishException Mint(PackageIndex index, HttpResponse answer) => ExchangeFailures.ExchangeUnusable(index, index.MintUrl, answer, isRepeated: true);
}

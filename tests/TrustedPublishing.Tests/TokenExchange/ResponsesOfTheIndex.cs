using System.Net;
using System.Text.Json;
using CsCheck;
using TrustedPublishing.Http;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Tests.TokenExchange;

public sealed class ResponsesOfTheIndex
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1788264000);

    [Theory]
    [InlineData(200, """{"audience":"pypi"}""", "pypi")]
    [InlineData(200, """{"audience":"pypi","more":1}""", "pypi")]
    [InlineData(200, """{"audience":""}""", null)]
    [InlineData(200, """{"audience":null}""", null)]
    [InlineData(200, """{"audience":["pypi"]}""", null)]
    [InlineData(200, "{}", null)]
    [InlineData(200, "\"pypi\"", null)]
    [InlineData(200, "<html>", null)]
    [InlineData(200, "", null)]
    [InlineData(404, """{"audience":"pypi"}""", null)]
    public void NameTheAudience(int status, string body, string? expected) =>
        Assert.Equal(expected, ExchangeProtocol.ReadAudience(new((HttpStatusCode)status, body)));

    [Theory]
    [InlineData("""{"expires":1788264900,"success":true,"token":"pypi-x"}""", 900L)]
    [InlineData("""{"token":"pypi-x"}""", null)]
    [InlineData("""{"token":"pypi-x","expires":null}""", null)]
    [InlineData("""{"token":"pypi-x","expires":"soon"}""", null)]
    [InlineData("""{"token":"pypi-x","expires":1e300}""", null)]
    [InlineData("""{"token":"pypi-x","expires":9223372036854775807}""", null)]
    [InlineData("""{"token":"pypi-x","expires":-9223372036854775808}""", null)]
    [InlineData("""{"token":"pypi-x","expires":1788264001}""", 1L)]
    [InlineData("""{"token":"pypi-x","expires":1788264000}""", null)]
    [InlineData("""{"token":"pypi-x","expires":0}""", null)]
    [InlineData("""{"token":"pypi-x","expires":-1}""", null)]
    [InlineData("""{"token":"pypi-x","expires":253402300799}""", 251614036799)]
    [InlineData("""{"token":"pypi-x","expires":253402300800}""", null)]
    [InlineData("""{"token":"pypi-x","expires":"1788264900"}""", null)]
    [InlineData("""{"token":"pypi-x","expires":1788263999}""", null)] // The clocks differ: no end can be told.
    public void ContainATokenAndOptionallyItsExpiry(string body, long? seconds)
    {
        var minted = Assert.IsType<MintOutcome.Minted>(ExchangeProtocol.ReadMint(new(HttpStatusCode.OK, body), Now));
        Assert.Equal("pypi-x", minted.Token.Value.Reveal());
        Assert.Equal(seconds is null ? null : Now.AddSeconds(seconds.Value), minted.Token.Expires);
    }

    [Theory]
    [InlineData(399, false)]
    [InlineData(400, true)]
    [InlineData(401, true)]
    [InlineData(422, true)]
    [InlineData(499, true)]
    [InlineData(500, false)]
    [InlineData(201, false)]
    public void AreRejectionsWithAnyClientErrorStatus(int status, bool isRejection) =>
        Assert.Equal(isRejection, ExchangeProtocol.ReadMint(new((HttpStatusCode)status, """{"errors":[{"code":"invalid-publisher"}]}"""), Now) is MintOutcome.Refused);

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, """{"token":null}""")]
    [InlineData(200, """{"token":""}""")]
    [InlineData(200, """{"token":1}""")]
    [InlineData(200, "<html>")]
    [InlineData(200, "")]
    [InlineData(200, """{"errors":[{"code":"invalid-publisher"}]}""")]
    [InlineData(302, "")]
    [InlineData(422, "{}")]
    [InlineData(422, """{"errors":[]}""")]
    [InlineData(422, """{"errors":[null]}""")]
    [InlineData(422, """{"errors":[{"description":"no code"}]}""")]
    [InlineData(422, """{"errors":"no"}""")]
    [InlineData(502, """{"errors":[{"code":"invalid-publisher"}]}""")]
    public void AreUnusableIfTheyAreNotPartOfTheProtocol(int status, string body) =>
        Assert.IsType<MintOutcome.Unusable>(ExchangeProtocol.ReadMint(new((HttpStatusCode)status, body), Now));

    [Fact]
    public void AreUnusableIfThereIsNone() => Assert.IsType<MintOutcome.Unusable>(ExchangeProtocol.ReadMint(new(null, "") { Fault = "cut" }, Now));

    [Theory]
    [InlineData(422, """{"errors":[{"code":"invalid-token","description":"malformed or invalid token"}],"message":"Token request failed"}""", true)]
    [InlineData(400, """{"errors":[{"code":"a"},{"code":"invalid-token"}]}""", true)]
    [InlineData(422, """{"errors":[{"code":"invalid-publisher","description":null}]}""", false)]
    public void ContainTheReasonsOfARejection(int status, string body, bool invalidToken) =>
        Assert.Equal(invalidToken, Assert.IsType<MintOutcome.Refused>(ExchangeProtocol.ReadMint(new((HttpStatusCode)status, body), Now)).IsInvalidToken);

    [Fact]
    public void AreParsedWhateverTheyAre() => Gen.Select(
            Gen.OneOf(Gen.Const(200), Gen.Const(422), Gen.Int[100, 599]),
            Gen.OneOf(
                Gen.String,
                Gen.String[Gen.Char["{}[]\":,token\\ud80"], 0, 40],
                Gen.Select(Gen.OneOf(Gen.Const("token"), Gen.Const("errors"), Gen.Const("audience")), Gen.String, (name, value) => $$"""{"{{name}}":{{value}}}""")))
        .Sample((status, body) =>
        {
            var answer = new HttpResponse((HttpStatusCode)status, body);
            _ = ExchangeProtocol.ReadAudience(answer);
            _ = ExchangeProtocol.ReadMint(answer, Now);
            var failure = ExchangeFailures.ExchangeUnusable(PackageIndex.PyPI, PackageIndex.PyPI.MintUrl, answer, isRepeated: true);
            return !failure.Message.Split('\n').Any(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal) || line.Contains("##[", StringComparison.Ordinal));
        });

    [Fact]
    public async Task AreRequestedWithTheTokenInAJsonBody()
    {
        using var mint = ExchangeProtocol.MintRequest(PackageIndex.PyPI, new("a.\"b\".c"));
        using var burn = ExchangeProtocol.BurnRequest(PackageIndex.TestPyPI, new("pypi-x"));
        Assert.Equal("https://upload.pypi.org/_/oidc/mint-token", mint.RequestUri!.AbsoluteUri);
        Assert.Equal("https://test.pypi.org/_/oidc/burn-token", burn.RequestUri!.AbsoluteUri);
        using var audience = ExchangeProtocol.AudienceRequest(PackageIndex.PyPI);
        Assert.Equal("application/json", $"{mint.Content!.Headers.ContentType}");
        Assert.All([mint, burn, audience], request => Assert.Equal("application/json", $"{request.Headers.Accept}"));
        Assert.Equal("a.\"b\".c", await TokenAsync(mint));
        Assert.Equal("pypi-x", await TokenAsync(burn));
        Assert.DoesNotContain("pypi-x", burn.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void DoNotPrintTheirBodies() => Assert.DoesNotContain("pypi-x", new HttpResponse(HttpStatusCode.OK, """{"token":"pypi-x"}""").ToString(), StringComparison.Ordinal);

    private static async Task<string?> TokenAsync(HttpRequestMessage request)
    {
        using var json = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return json.RootElement.EnumerateObject().Single().Value.GetString();
    }
}

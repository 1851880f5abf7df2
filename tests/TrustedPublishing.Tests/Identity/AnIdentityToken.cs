using CsCheck;
using TrustedPublishing.Identity;

namespace TrustedPublishing.Tests.Identity;

public sealed class AnIdentityToken
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1788264000);

    [Theory]
    [InlineData("")]
    [InlineData("pypi-AgEI")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d")]
    [InlineData("..")]
    [InlineData("e30.e30")]
    [InlineData("e30.W10.e30")] // a list
    [InlineData("e30.bnVsbA.e30")] // null
    [InlineData("e30.e30=.e30!")]
    [InlineData("bm90IGpzb24.e30.e30")] // the header is not JSON
    public void IsRejectedIfItIsMalformed(string text) => Assert.Contains("not a JSON Web Token", Problem(text.Length == 0 ? "." : text), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"exp":1788264600}""", "it names no audience")]
    [InlineData("""{"exp":1788264600,"aud":["pypi"]}""", "its audience is \"[\"pypi\"]\", not the one string \"pypi\"")]
    [InlineData("""{"exp":1788264600,"aud":null}""", "its audience is \"null\"")]
    [InlineData("""{"exp":1788264600,"aud":"PYPI"}""", "its audience is \"PYPI\", but \"pypi\" was requested")]
    [InlineData("""{"exp":1788264600,"aud":"testpypi\n::set-env"}""", "its audience is \"testpypi ::set-env\"")]
    [InlineData("""{"aud":"pypi"}""", "it has no expiry time")]
    [InlineData("""{"aud":"pypi","exp":"1788264600"}""", "it has no expiry time")]
    [InlineData("""{"aud":"pypi","exp":1788263970}""", "it expired 30 seconds ago by this machine's clock")]
    [InlineData("""{"aud":"pypi","exp":-1e300}""", "seconds ago by this machine's clock")]
    public void IsRejectedIfItsClaimsDoNotMatch(string payload, string problem) => Assert.Contains(problem, Problem(Jwt.OfJson(payload)), StringComparison.Ordinal);

    [Theory]
    [InlineData("1788263971")] // PyPI's tolerance is 30 seconds
    [InlineData("1788264600.5")]
    [InlineData("1e300")]
    public void IsAcceptedUntilPyPIsToleranceIsOver(string expires) =>
        Assert.Equal("pypi", Read(Jwt.OfJson($$"""{"aud":"pypi","exp":{{expires}}}""")).Claims["aud"]);

    [Fact]
    public void ShowsEveryClaimAsTextInOrder()
    {
        var claims = Read(Jwt.OfJson("""{"z":"Ä","aud":"pypi","exp":1788264600,"n":null,"b":true,"l":["x", 1],"o":{"a":1}}""")).Claims;
        Assert.Equal(["z=Ä", "aud=pypi", "exp=1788264600", "b=true", "l=[\"x\", 1]", "o={\"a\":1}"], claims.Select(claim => $"{claim.Key}={claim.Value}"));
    }

    [Fact]
    public void DoesNotPrintItsValue() => Assert.DoesNotContain("eyJ", Read(Jwt.Of(Jwt.GitHubClaims())).ToString(), StringComparison.Ordinal);

    [Fact]
    public void IsParsedOrRejectedWhateverItIs() => Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char[".eyJ9-_=\"{}A"], 0, 60],
        Gen.String.Select(Jwt.OfJson),
        Gen.OneOf(Gen.Const("aud"), Gen.Const("exp"), Gen.Const("iss")).SelectMany(name => Gen.String.Select(value => Jwt.OfJson($$"""{"aud":"pypi","exp":9e9,"{{name}}":"{{value}}"}"""))),
        Gen.Int[1, 300].Select(depth => Jwt.OfJson(string.Concat(Enumerable.Repeat("{\"a\":", depth)))),
        Gen.OneOf(Gen.Const("\\ud800"), Gen.Const("\\udc00\\ud800"), Gen.Const("\\u0000")).Select(escape => Jwt.OfJson($$"""{"aud":"pypi","exp":9e9,"a{{escape}}":"{{escape}}"}""")))
        .Where(text => !string.IsNullOrWhiteSpace(text))
        .Sample(text =>
        {
            var exception = Record.Exception(() => { Read(text); });
            return exception is null or PublishException { Failure: PublishFailure.IdentityUnavailable };
        });

    private static string Problem(string text) => Assert.Throws<PublishException>(() => Read(text)).Message;

    private static IdentityToken Read(string text)
    {
        var options = Options.Of(PackageIndex.PyPI, ("GITLAB_CI", "true"));
        return IdentityToken.Read(new(text), "pypi", GitLabCi.TryCreate(options.Job)!, Now);
    }
}

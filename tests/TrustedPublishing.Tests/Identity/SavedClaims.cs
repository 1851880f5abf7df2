using CsCheck;

namespace TrustedPublishing.Tests.Identity;

public sealed class SavedClaims
{
    [Fact]
    public void AreReadFromJson()
    {
        var identity = CiIdentity.FromJson("\uFEFF\r\n {\"iss\":\"https://gitlab.com\",\"runner_id\":7,\"x\":null}\n");
        Assert.Equal(("https://gitlab.com", 2, "7"), (identity.Claims["iss"], identity.Claims.Count, identity.Claims["runner_id"]));
    }

    [Fact]
    public void AreReadFromATokenWithoutValidatingIt() =>
        Assert.Equal("octo/greeter", CiIdentity.FromJson($"{Jwt.Of(Jwt.GitHubClaims("elsewhere", expires: 1))}\n").Claims["repository"]);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("a.b.c")]
    [InlineData("""{"a":"\ud800"}""")]
    public void AreRejectedInPlainWords(string text) =>
        Assert.Contains("neither a JSON object nor an identity token", Assert.Throws<ArgumentException>(() => CiIdentity.FromJson(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void AreParsedOrRejectedWhateverTheyAre() => Gen.OneOf(Gen.String, Gen.String.Select(text => $"{{{text}}}"), Gen.String.Select(Jwt.OfJson))
        .Sample(text => Record.Exception(() => { CiIdentity.FromJson(text); }) is null or ArgumentException);
}

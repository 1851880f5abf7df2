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
        using var http = TrustedPublishing.Http.HttpClients.CreateClient(options.Network);

        await using var credentials = await options.AuthorizeWith(http).OpenAsync(project: null, audience: null, progress: null, TestContext.Current.CancellationToken);

        Assert.Equal(projects.Length, credentials.Projects);
    }

    [Fact]
    public async Task IsUnlimitedForAUsersToken()
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
    public void IsUnknownForAnythingElse(string token) => Assert.Null(TokenScope.Projects(new(token)));

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
    [InlineData("[0,[\"a\"]]", null)]
    [InlineData("[3,[\"a\"]]", null)]
    [InlineData("[2,[\"a\"],1]", null)]
    public void IsReadFromItsCaveats(string caveat, int? projects) => Assert.Equal(projects, Projects(Token(Caveat(caveat))));

    [Fact]
    public void IsThatOfTheCaveatWithTheFewest() => Assert.Equal(1, Projects(Token(Caveat("""[2,["a","b","c"]]"""), Caveat("""[1,["a"]]"""), Caveat("""[2,["a","b"]]"""))));

    [Fact]
    public void IsNotInTheIdentifierOfTheToken() => Assert.Null(Projects([2, .. Caveat("""[2,["a"]]"""), 0, 6, 2, 1, 1]));

    /// <summary>Lengths are written in groups of seven bits, the lowest first.</summary>
    [Theory]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(300)]
    [InlineData(20_000)]
    public void IsReadFromLongCaveats(int length) => Assert.Equal(1, Projects(Token(Caveat("""[2,["a"]]""".PadRight(length)))));

    [Theory]
    [InlineData(new byte[] { 0x82, 0x80, 0x80, 0x00 }, 1)]
    [InlineData(new byte[] { 0x82, 0x80, 0x80, 0x80, 0x00 }, null)]
    public void IsReadFromNumbersOfUpToFourBytes(byte[] identifier, int? projects) => Assert.Equal(projects, Projects(Token([.. identifier, .. Caveat("""[2,["a"]]""")[1..]])));

    [Fact]
    public void IsUnknownOfATokenThatIsCutOff()
    {
        var token = Token(Caveat("""[2,["a"]]"""));

        Assert.All(Enumerable.Range(0, 15), length => Assert.Null(Projects(token[..length])));
        Assert.Equal(1, Projects(token[..16])); // the caveat is complete
    }

    [Fact]
    public void IsUnknownOfOtherPrefixesVersionsAndLengths()
    {
        var token = Token(Caveat("""[2,["a"]]"""));
        byte[] longest = [.. token, .. new byte[49_148 - token.Length]];

        Assert.Null(TokenScope.Projects(new($"test-{Base64Url.EncodeToString(token)}")));
        Assert.Null(Projects([1, .. token[1..]]));
        Assert.Equal((1, 1 << 16), (Projects(longest), 5 + Base64Url.EncodeToString(longest).Length));
        Assert.Null(Projects([.. longest, 0]));
    }

    private static int? Projects(byte[] token) => TokenScope.Projects(new($"pypi-{Base64Url.EncodeToString(token)}"));

    /// <summary>Version, the token's identifier, the caveats, the signature.</summary>
    private static byte[] Token(params byte[][] caveats) => [2, 2, 1, (byte)'i', 0, .. caveats.SelectMany(caveat => (byte[])[.. caveat, 0]), 0, 6, 2, 1, 1];

    private static byte[] Caveat(string identifier)
    {
        List<byte> length = [];
        for (var rest = identifier.Length; rest > 0; rest >>= 7)
        {
            length.Add((byte)((rest & 0x7F) | (rest > 0x7F ? 0x80 : 0)));
        }

        return [2, .. length, .. System.Text.Encoding.ASCII.GetBytes(identifier)];
    }
}

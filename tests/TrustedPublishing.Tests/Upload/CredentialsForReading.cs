using System.Text;
using CsCheck;
using TrustedPublishing.Index;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Upload;

public sealed class CredentialsForReading : IDisposable
{
    private readonly TemporaryDirectory home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public void ComeFromNetrcForTheHost()
    {
        home.Write(".netrc", """
            # for the release
            machine other.example.com login nobody password wrong
            macdef upload
            machine devpi.example.com login macro password wrong

            machine devpi.example.com
              login ci
              password "pass word#1"
            default login anyone password wrong
            """.Replace("\"pass word#1\"", "pass#1", StringComparison.Ordinal));

        Assert.Equal("ci:pass#1", Sent(Options(Sample.Devpi)));
    }

    [Fact]
    public void ComeFromTheFileNamedByTheVariable()
    {
        var netrc = home.Write("elsewhere", "default login anyone password secret");

        Assert.Equal("anyone:secret", Sent(Options(Sample.Devpi) with { Environment = new Dictionary<string, string> { ["NETRC"] = netrc } }));
    }

    [Fact]
    public void AreTheConfiguredOnesOnTheUploadHost()
    {
        home.Write(".netrc", "machine devpi.example.com login netrc password netrc");
        var options = Options(Sample.Devpi) with { UserName = "ci", Password = new("given") };

        Assert.Equal("ci:given", Sent(options));
        Assert.Null(options.ReadCredentials.For(new("https://mirror.example.com/simple/greeter/")));
    }

    [Fact]
    public void AreTheConfiguredTokenOtherwise() =>
        Assert.Equal("__token__:glpat-1234", Sent(Options(Sample.Devpi) with { ApiToken = new("glpat-1234") }));

    [Fact]
    public void AreNeverSentToPyPI()
    {
        home.Write(".netrc", "machine pypi.org login me password secret\ndefault login me password secret");
        var options = Options(PackageIndex.PyPI) with { ApiToken = new("pypi-token") };

        Assert.Null(options.ReadCredentials.For(new("https://pypi.org/simple/greeter/")));
        Assert.Null((options with { Index = Sample.Devpi }).ReadCredentials.For(new("https://pypi.org/simple/greeter/")));
    }

    [Fact]
    public void DoNotExistWithoutAFile() => Assert.Null(Options(Sample.Devpi).ReadCredentials.For(Sample.Devpi.SimpleUrl));

    [Fact]
    public void DoNotFailWithAnyNetrc() =>
        Gen.OneOf(Gen.String, Gen.OneOf("machine", "default", "login", "password", "macdef", "\"", "#", "\n", " ", "devpi.example.com")).Array[0, 20]
            .Sample(words => Assert.NotEqual("", Netrc.Find(string.Join(' ', words), "devpi.example.com")?.Password.Reveal()));

    private static string? Sent(PublishOptions options) =>
        options.ReadCredentials.For(options.Index.SimpleUrl)?.Parameter is { } parameter ? Encoding.UTF8.GetString(Convert.FromBase64String(parameter)) : null;

    private PublishOptions Options(PackageIndex index) => new()
    {
        Index = index, Distributions = ["*"], Environment = new Dictionary<string, string> { ["HOME"] = home.Path },
    };
}

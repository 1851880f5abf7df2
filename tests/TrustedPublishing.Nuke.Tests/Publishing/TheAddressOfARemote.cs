using TrustedPublishing.Nuke.Declaration;

namespace TrustedPublishing.Nuke.Tests.Publishing;

public sealed class TheAddressOfARemote
{
    [Theory]
    [InlineData("https://github.com/octo-org/greeter.git", "github.com", "octo-org", "greeter")]
    [InlineData("https://github.com/octo-org/greeter", "github.com", "octo-org", "greeter")]
    [InlineData("https://someone@github.com/octo-org/greeter.git/", "github.com", "octo-org", "greeter")]
    [InlineData("git@github.com:octo-org/My.Greeter.git", "github.com", "octo-org", "My.Greeter")]
    [InlineData("ssh://git@gitlab.example.com:2222/group/sub/greeter.git", "gitlab.example.com", "group/sub", "greeter")]
    public void IsParsed(string address, string host, string owner, string name) =>
        Assert.Equal(new GitRepositoryAddress(host, owner, name), GitRemote.Parse(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/srv/git/greeter.git")]
    [InlineData("../greeter")]
    [InlineData("https://github.com/greeter")]
    public void IsUnknownWhenItNamesNoHost(string? address) => Assert.Null(GitRemote.Parse(address));
}

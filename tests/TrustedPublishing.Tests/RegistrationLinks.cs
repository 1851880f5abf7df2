using TrustedPublishing.Identity;

namespace TrustedPublishing.Tests;

public sealed class RegistrationLinks
{
    [Fact]
    public void FillTheFormForGitHub() => Assert.Equal(
        "https://pypi.org/manage/project/my-greeter/settings/publishing/?provider=github&owner=octo&repository=greeter&workflow_filename=release.yml&environment=pypi",
        RegistrationLink.For(PackageIndex.PyPI, Jwt.Publisher, "My.Greeter")?.AbsoluteUri);

    [Fact]
    public void FillTheFormForGitLab() => Assert.Equal(
        "https://test.pypi.org/manage/project/greeter/settings/publishing/?provider=gitlab&namespace=Group%2FSub&project=greeter&workflow_filepath=ci%2Frelease.yml",
        RegistrationLink.For(PackageIndex.TestPyPI, Jwt.GitLabPublisher with { Environment = null }, "greeter")?.AbsoluteUri);

    [Fact]
    public void PointToThePageForPendingPublishers() =>
        Assert.Equal("https://pypi.org/manage/account/publishing/", RegistrationLink.ForPending(PackageIndex.PyPI)?.AbsoluteUri);

    [Fact]
    public void AreNotInventedForOtherIndexes()
    {
        var index = PackageIndex.Parse("https://devpi.example.com/");
        Assert.Null(RegistrationLink.For(index, Jwt.Publisher, "greeter"));
        Assert.Null(RegistrationLink.ForPending(index));
    }
}

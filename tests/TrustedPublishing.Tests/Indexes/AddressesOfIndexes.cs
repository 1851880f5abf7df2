using TrustedPublishing.Index;

namespace TrustedPublishing.Tests.Indexes;

public class AddressesOfIndexes
{
    [Theory]
    [InlineData("https://pypi.org/legacy/", "pypi")]
    [InlineData("https://pypi.org/simple", "pypi")]
    [InlineData("https://pypi.org", "pypi")]
    [InlineData("pypi.org", "pypi")]
    [InlineData("https://www.pypi.org/legacy/", "pypi")]
    [InlineData("https://upload.pypi.org/simple/", "pypi")]
    [InlineData("https://upload.pypi.org/legacy", "pypi")]
    [InlineData("https://upload.pypi.org/", "pypi")]
    [InlineData("http://upload.pypi.org/legacy/", "pypi")]
    [InlineData("https://upload.pypi.org./legacy/", "pypi")]
    [InlineData("https://upload.pypi.org:8443/legacy/", "pypi")]
    [InlineData("https://pypi.python.org/pypi", "pypi")]
    [InlineData("https://files.pythonhosted.org/", "pypi")]
    [InlineData("https://test.pypi.org/legacy", "testpypi")]
    [InlineData("https://test.pypi.org/simple/", "testpypi")]
    [InlineData("test.pypi.org", "testpypi")]
    [InlineData("https://testpypi.python.org/pypi", "testpypi")]
    [InlineData("https://test-files.pythonhosted.org/", "testpypi")]
    public void OfPyPIThatDoNotAcceptUploadsAreRejectedWithTheNameToUse(string address, string name)
    {
        var message = Assert.Throws<ArgumentException>(() => PackageIndex.Parse(address)).Message;

        Assert.Contains($"use `--pypi-index {name}`", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://upload.pypi.org/legacy/", "PyPI")]
    [InlineData("HTTPS://UPLOAD.PYPI.ORG:443/legacy/", "PyPI")]
    [InlineData("https://test.pypi.org/legacy/", "TestPyPI")]
    [InlineData("TestPyPI", "TestPyPI")]
    [InlineData("https://notpypi.org/legacy/", "notpypi.org")]
    [InlineData("https://pypi.org.example.com/legacy/", "pypi.org.example.com")]
    public void ThatAcceptUploadsAreAccepted(string address, string name) => Assert.Equal(name, PackageIndex.Parse(address).Name);

    /// <summary>A comparison of addresses ignores credentials and fragments.</summary>
    [Theory]
    [InlineData("https://__token__:pypi-secret@upload.pypi.org/legacy/", "contains credentials")]
    [InlineData("https://__token__:pypi-secret@upload.pypi.org/simple/", "contains credentials")]
    [InlineData("__token__:pypi-secret@upload.pypi.org/simple/", "use `--pypi-index pypi`")]
    [InlineData("https://index.example.com/legacy/#pypi-secret", "is followed by a '#'")]
    [InlineData("https://exa\nmple.com/", "is not an index")]
    [InlineData("https://index.example.com:99999/?pypi-secret", "is not an index")]
    public void ThatHoldMoreThanAnAddressAreRejectedWithoutShowingIt(string address, string complaint)
    {
        var message = Assert.Throws<ArgumentException>(() => PackageIndex.Parse(address)).Message;

        Assert.Contains(complaint, message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void OfPyPIsSimpleApiAreRejectedForAnotherIndex()
    {
        var message = Assert.Throws<ArgumentException>(() => PackageIndex.Parse("https://devpi.example.com/team/prod/", "https://pypi.org/simple")).Message;

        Assert.Contains("--pypi-simple", message, StringComparison.Ordinal);
        Assert.Equal("https://mirror.example.com/simple/", PackageIndex.Parse("pypi", "https://mirror.example.com/simple").SimpleUrl.AbsoluteUri);
    }

    [Fact]
    public void OfAGitLabGroupAreRejected() => Assert.Contains(
        "https://gitlab.example.com/api/v4/projects/ID/packages/pypi",
        Assert.Throws<ArgumentException>(() => PackageIndex.Parse("https://gitlab.example.com/api/v4/groups/7/-/packages/pypi/simple")).Message,
        StringComparison.Ordinal);

    public static TheoryData<string, string, string> Rows =>
        [.. PlayedDialects.All.Where(dialect => dialect.Header is null || dialect.Upload.Contains("devpi", StringComparison.Ordinal)).Select(dialect => (dialect.Upload, dialect.Name, dialect.Simple))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void DetermineTheKindAndItsSimpleApi(string upload, string kind, string simple)
    {
        var index = PackageIndex.Parse(upload);

        Assert.Equal((kind, simple), (index.Profile.Name, index.SimpleUrl.AbsoluteUri));
    }

    [Theory]
    [InlineData("https://files.pythonhosted.org/packages/x", true)]
    [InlineData("https://pypi.org/x", true)]
    [InlineData("http://files.pythonhosted.org/packages/x", false)]
    [InlineData("https://files.pythonhosted.org:8443/packages/x", false)]
    [InlineData("https://test-files.pythonhosted.org/packages/x", false)]
    [InlineData("https://files.pythonhosted.org.example.com/x", false)]
    public void OfFilesBelongToTheIndexOnItsOriginOrItsFileHost(string address, bool own) => Assert.Equal(own, PackageIndex.PyPI.Owns(new(address)));

    [Fact]
    public void BelongToExactlyOneKind() => Assert.Equal(IndexProfiles.All.Count, IndexProfiles.All.Select(profile => profile.Name).Distinct().Count());
}

namespace TrustedPublishing.Distributions.Tests;

public class ASetOfFiles
{
    [Fact]
    public void IsOneRelease() => Assert.Empty(Of("foo_bar-1.0.tar.gz", "foo_bar-1.0-py3-none-any.whl", "foo_bar-1.0-cp312-cp312-win_amd64.whl"));

    [Fact]
    public void HasOneProject() => Assert.Contains("different projects: foo, bar", Assert.Single(Of("foo-1.0-py3-none-any.whl", "bar-1.0-py3-none-any.whl")).Text, StringComparison.Ordinal);

    [Fact]
    public void HasOneVersion() => Assert.Contains("different versions: 1.0, 1.1", Assert.Single(Of("foo-1.1-py3-none-any.whl", "foo-1.0-py3-none-any.whl")).Text, StringComparison.Ordinal);

    [Fact]
    public void HasOneSdist() => Assert.Equal(("Only one sdist may be uploaded per release.", "foo-1.0.0.tar.gz"),
        Assert.Single(Of("foo-1.0.tar.gz", "foo-1.0.0.tar.gz").Select(finding => (finding.Text, finding.FileName))));

    [Fact]
    public void HasEachNameOnce() => Assert.StartsWith("2 files have this name", Assert.Single(Of("foo-1.0.tar.gz", "foo-1.0.tar.gz")).Text, StringComparison.Ordinal);

    [Fact]
    public void HasEachFileUnderOneName()
    {
        var wheel = Forms.Distribution("foo-1.0-py3-none-any.whl");
        var copy = Forms.Distribution("foo-1.0-1-py3-none-any.whl") with { Sha256 = wheel.Sha256 };

        var finding = Assert.Single(UploadRules.OfSet([wheel, copy]));

        Assert.Equal("foo-1.0-1-py3-none-any.whl", finding.FileName);
        Assert.StartsWith("File already exists ('foo-1.0-1-py3-none-any.whl', with", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void HasFilesOfTheAllowedSize()
    {
        Assert.Empty(UploadRules.OfSize("f", "foobar", 104857600, 104857600));
        var finding = Assert.Single(UploadRules.OfSize("f", "foobar", 104857601, 104857600));
        Assert.True(finding.IsPolicy);
        Assert.Equal(
            "File too large. Limit for project 'foobar' is 100 MB. See https://docs.pypi.org/project-management/storage-limits#requesting-a-file-size-limit-increase for more information.",
            finding.Text);
    }

    private static IEnumerable<Finding> Of(params string[] names) => UploadRules.OfSet([.. names.Select((name, i) => Forms.Distribution(name, digest: (char)('a' + i)))]);
}

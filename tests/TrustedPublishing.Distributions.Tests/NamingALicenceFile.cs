namespace TrustedPublishing.Distributions.Tests;

/// <summary>The path of a licence file is judged as by Python's <c>PureWindowsPath</c>.</summary>
public sealed class NamingALicenceFile
{
    private const string Relative = ", paths must be relative.";
    private const string Slashes = ", paths must use '/' delimiter.";

    [Theory]
    [InlineData("LICENSES/MIT.txt", null)]
    [InlineData(".", null)]
    [InlineData("ab:/LICENSE", null)]
    [InlineData("C:LICENSE", null)]
    [InlineData("C:/LICENSE", Relative)]
    [InlineData(@"C:\LICENSE", Relative)]
    [InlineData("LICENSES//MIT.txt", Slashes)]
    [InlineData("./LICENSE", Slashes)]
    [InlineData("LICENSES/", Slashes)]
    [InlineData(@"\LICENSE", Slashes)]
    [InlineData("", Slashes)]
    public void NeedsTheShortestFormOfARelativePath(string path, string? complaint)
    {
        var form = Forms.Of([("metadata_version", "2.4"), ("name", "foo"), ("version", "1.0"), ("filetype", "sdist"), ("sha256_digest", new string('a', 64)), ("license_file", "LICENSE"), ("license_file", path)]);

        Assert.Equal(complaint is null, !UploadRules.OfForm(form).Any());
        Assert.All(UploadRules.OfForm(form), finding => Assert.Contains($"for 'license-file'{complaint} See", finding.Text, StringComparison.Ordinal));
    }
}

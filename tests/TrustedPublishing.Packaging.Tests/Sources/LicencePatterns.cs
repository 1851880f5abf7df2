using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Tests.Sources;

public sealed class LicencePatterns
{
    [Theory]
    [InlineData("LICENSE", "LICENSE")]
    [InlineData("LICEN[CS]E*", "LICENCE LICENSE LICENSE.txt")]
    [InlineData("*.txt", "LICENSE.txt")]
    [InlineData("licenses/*.txt", "licenses/a.txt")]
    [InlineData("licenses/**/*.txt", "licenses/a.txt licenses/deep/er/b.txt")]
    [InlineData("**/b.txt", "bin/b.txt licenses/deep/er/b.txt")]
    [InlineData("licenses/**/L*", "")]
    [InlineData("lic*/d**/e[q-s]/?.txt", "licenses/deep/er/b.txt")]
    [InlineData("licenses/**", "licenses/a.txt licenses/deep/er/b.txt")]
    [InlineData("LICEN?E", "LICENCE LICENSE")]
    [InlineData("[A-K]*", "")]
    public void MatchAsPep639Says(string pattern, string expected)
    {
        using var project = new PythonProject(PythonProject.Minimal, "LICENSE", "LICENCE", "LICENSE.txt", "licenses/a.txt", "licenses/deep/er/b.txt", "bin/b.txt");
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), new ProjectTree(new(project.Folder), null).Matches(pattern, GlobRules.Sets));
    }

    [Theory]
    [InlineData("/LICENSE")]
    [InlineData("../LICENSE")]
    [InlineData("a\\b")]
    [InlineData("a b")]
    [InlineData("{a,b}")]
    [InlineData("[a")]
    [InlineData("[!a]")]
    [InlineData("")]
    public void AreRejectedIfPep639DoesNotAllowThem(string pattern)
    {
        using var project = new PythonProject($"{PythonProject.Minimal}\nlicense-files = ['{pattern}']\n");
        Assert.Equal("project.license-files", Assert.Single(project.Findings()).Key);
    }
}

using TrustedPublishing.Inspection;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Inspection;

public sealed class FindingDistributions : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void PutsWheelsFirstThenSortsByName()
    {
        Files("dist/b-1.tar.gz", "dist/b-1-py3-none-any.whl", "dist/B-1-py3-none-any.whl");

        Assert.Equal(["B-1-py3-none-any.whl", "b-1-py3-none-any.whl", "b-1.tar.gz"], Names("dist/*"));
    }

    [Fact]
    public void ReturnsEachFileOnce()
    {
        Files("dist/a-1.tar.gz");

        Assert.Equal([folder.Combine("dist", "a-1.tar.gz")], Find("dist/*.gz", "dist/a-1.tar.gz", "./dist/../dist/a-1.tar.gz", folder.Combine("dist", "a-1.tar.gz"), "dist"));
    }

    [Theory]
    [InlineData("**/*.whl", "a-1-py3-none-any.whl b-1-py3-none-any.whl c-1-py3-none-any.whl")]
    [InlineData("out/**/*.whl", "b-1-py3-none-any.whl c-1-py3-none-any.whl")]
    [InlineData("out/*/*.whl", "c-1-py3-none-any.whl")]
    [InlineData("out/?-1-*.whl", "b-1-py3-none-any.whl")]
    [InlineData("**/linux/**", "c-1-py3-none-any.whl")]
    [InlineData("./out/**/linux/c*", "c-1-py3-none-any.whl")]
    public void MatchesGlobs(string glob, string expected)
    {
        Files("a-1-py3-none-any.whl", "out/b-1-py3-none-any.whl", "out/linux/c-1-py3-none-any.whl", "out/c-1.whl.metadata.json");

        Assert.Equal(expected.Split(' '), Names(glob));
    }

    [Theory]
    [InlineData("dist/*.{whl,tar.gz}", "a-1-py3-none-any.whl b-1-cp312-none-any.whl a-1.tar.gz")]
    [InlineData("{dist,other}/*.whl", "a-1-py3-none-any.whl b-1-cp312-none-any.whl c-1-py3-none-any.whl")]
    [InlineData("{dist/*.tar,dist/a-1.tar}.gz", "a-1.tar.gz")]
    [InlineData("dist/{a,{b,x}}-1-*.whl", "a-1-py3-none-any.whl b-1-cp312-none-any.whl")]
    [InlineData("dist/[ab]-1-*.whl", "a-1-py3-none-any.whl b-1-cp312-none-any.whl")]
    [InlineData("dist/[b-z]-1-*.whl", "b-1-cp312-none-any.whl")]
    [InlineData("dist/[!b]-1-*.whl", "a-1-py3-none-any.whl")]
    [InlineData("dist/[^a]-1-*.whl", "b-1-cp312-none-any.whl")]
    [InlineData("dist/*-cp3[0-9][0-9]-*.whl", "b-1-cp312-none-any.whl")]
    public void MatchesAlternativesAndSets(string glob, string expected)
    {
        Files("dist/a-1-py3-none-any.whl", "dist/b-1-cp312-none-any.whl", "dist/a-1.tar.gz", "other/c-1-py3-none-any.whl");

        Assert.Equal(expected.Split(' '), Names(glob));
    }

    [Theory]
    [InlineData("dist/*.{whl", "an opening brace { is not closed")]
    [InlineData("dist/*.whl}", "a closing brace } has no opening brace")]
    [InlineData("dist/*.{whl}", "the braces {whl} have no comma")]
    [InlineData("dist/a-{1..3}.whl", "the braces {1..3} have no comma")]
    [InlineData("dist/[ab-1.whl", "an opening bracket [ is not closed")]
    [InlineData("dist/[z-a]*.whl", "the range in [z-a] is reversed")]
    [InlineData("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}", "more than 256 choices")]
    public void NamesTheErrorInAnInvalidGlob(string glob, string why)
    {
        Files("dist/a-1.tar.gz");

        var failure = Assert.Throws<PublishException>(() => Find(glob));

        Assert.Equal(PublishFailure.NoDistributions, failure.Failure);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TakesAnExistingNameLiterally()
    {
        Files("[a]{b}/c-1.tar.gz", "dist/a-[1]-py3-none-any.whl");

        Assert.Equal(["c-1.tar.gz"], Names("[a]{b}/*.gz"));
        Assert.Equal(["a-[1]-py3-none-any.whl"], Names("dist/a-[1]-py3-none-any.whl"));
    }

    [Theory]
    [InlineData("*/*", "a-1.tar.gz")]
    [InlineData("**/*", "a-1.tar.gz")]
    [InlineData("dist", "a-1.tar.gz")]
    [InlineData("dist/.*", "._a-1.tar.gz")]
    [InlineData("**/.[_]*", "._a-1.tar.gz")]
    [InlineData(".cache/*", "b-1.tar.gz")]
    [InlineData(".*/*", "b-1.tar.gz")]
    public void MatchesNamesThatStartWithADotOnlyOnRequest(string glob, string expected)
    {
        Files("dist/a-1.tar.gz", "dist/._a-1.tar.gz", ".cache/b-1.tar.gz");

        Assert.Equal(expected.Split(' '), Names(glob));
    }

    [Theory]
    [InlineData("dist/*", "dist/**/*")]
    [InlineData("dist", "dist/**/*")]
    [InlineData("./dist/", "./dist/**/*")]
    [InlineData("*/*", "**/*")]
    [InlineData("d*/{a,wheels}*", "**/*")]
    public void StopsIfDistributionsInAFolderWouldBeLeftOut(string pattern, string suggestion)
    {
        Files("dist/a-1.tar.gz", "dist/wheels/a-1-py3-none-any.whl", "dist/wheels/deeper/a-1-cp312-none-any.whl");

        var failure = Assert.Throws<PublishException>(() => Find(pattern));

        Assert.Equal(PublishFailure.UnusableDistributions, failure.Failure);
        Assert.Contains("2 distributions in it would not be published", Assert.Single(failure.Findings).Text, StringComparison.Ordinal);
        Assert.Contains($"--distributions '{suggestion}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StopsAtTheFoldersOfSeveralArtifacts()
    {
        Files("dist/linux/a-1-cp312-cp312-manylinux_2_17_x86_64.whl", "dist/a-1.tar.gz/a-1.tar.gz");

        var failure = Assert.Throws<PublishException>(() => Find("dist/*"));

        Assert.Equal(PublishFailure.NoDistributions, failure.Failure);
        Assert.Contains("--distributions 'dist/**/*'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["a-1-cp312-cp312-manylinux_2_17_x86_64.whl", "a-1.tar.gz"], Names("dist/**/*"));
    }

    [Fact]
    public void StopsAtAFolderThatIsNamedLikeAWheel()
    {
        Files("dist/a-1.tar.gz", "dist/a-1-py3-none-any.whl/a/__init__.py");

        var failure = Assert.Throws<PublishException>(() => Find("dist/*"));

        Assert.Contains("is a folder named like a distribution", Assert.Single(failure.Findings).Text, StringComparison.Ordinal);
        Assert.Equal(["a-1.tar.gz"], Names("dist/*.tar.gz"));
    }

    [Fact]
    public void IgnoresFoldersWithoutDistributions()
    {
        Files("dist/a-1.tar.gz", "dist/logs/build.txt", "dist/.hidden/b-1.tar.gz");

        Assert.Equal(["a-1.tar.gz"], Names("dist/*"));
    }

    [Fact]
    public void ResolvesLinks()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only administrators make symbolic links.");
        Files("out/a-1.tar.gz", "dist/a-1-py3-none-any.whl");
        File.CreateSymbolicLink(folder.Combine("dist", "a-1.tar.gz"), folder.Combine("out", "a-1.tar.gz"));
        File.CreateSymbolicLink(folder.Combine("out", "a-1-py3-none-any.whl"), folder.Combine("dist", "a-1-py3-none-any.whl"));

        Assert.Equal(["a-1-py3-none-any.whl", "a-1.tar.gz"], Names("dist/*"));
        Assert.Equal([folder.Combine("dist", "a-1-py3-none-any.whl"), folder.Combine("out", "a-1.tar.gz")], Find("dist/*", "out/*"));
    }

    [Theory]
    [InlineData("dist/**/*")]
    [InlineData("**/*.gz")]
    [InlineData("dist/**/*.tar.gz")]
    public void DoesNotFollowLinksToFolders(string glob)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only administrators make symbolic links.");
        Files("dist/a-1.tar.gz", "elsewhere/notes.txt");
        Directory.CreateSymbolicLink(folder.Combine("dist", "elsewhere"), folder.Combine("elsewhere"));
        Directory.CreateSymbolicLink(folder.Combine("dist", "back"), folder.Path);

        Assert.Equal([folder.Combine("dist", "a-1.tar.gz")], new PathPattern(glob, folder.Path).Files());
    }

    [Fact]
    public void StopsAtALinkToAFolderWithDistributions()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only administrators make symbolic links.");
        Files("dist/a-1.tar.gz", "elsewhere/b-1.tar.gz");
        Directory.CreateSymbolicLink(folder.Combine("dist", "linked"), folder.Combine("elsewhere"));

        var finding = Assert.Single(Assert.Throws<PublishException>(() => Find("dist/**/*")).Findings);

        Assert.Contains($"{Path.Combine("dist", "linked")} is a folder, and a distribution in it would not be published", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SaysOnceThatASourceDistributionMustBeATarball()
    {
        Files("dist/a-1.zip");

        var finding = Assert.Single(Assert.Throws<PublishException>(() => Find("dist/*")).Findings);

        Assert.Equal("A source distribution must be a .tar.gz (PEP 625); indexes no longer accept .zip files.", finding.Text);
    }

    [Fact]
    public void IgnoresCompanionFiles()
    {
        Files("dist/a-1.tar.gz", "dist/SHA256SUMS", "dist/.gitignore", "dist/a-1.tar.gz.publish.attestation", "dist/report.json");

        Assert.Equal(["a-1.tar.gz"], Names("dist/*"));
        Assert.Equal(["a-1.tar.gz"], Names("dist"));
    }

    [Fact]
    public void SupportsBracketsAndSpacesInFolders()
    {
        Files("my [dist]/a-1.tar.gz");

        Assert.Equal(["a-1.tar.gz"], Names("my [dist]/*.tar.gz"));
    }

    [Fact]
    public Task ReportsAllProblemsAtOnce()
    {
        Files("dist/notes.txt", "dist/SHA256SUMS", "dist/a-1.tar.gz", "other/a-1.tar.gz");

        var failure = Assert.Throws<PublishException>(() => Find("dist/*", "dist/SHA256SUMS", "other"));

        Assert.Equal(PublishFailure.UnusableDistributions, failure.Failure);
        Assert.Equal(3, failure.Findings.Count);
        return Verifier.Verify(Portable(failure.Message));
    }

    [Fact]
    public Task SaysWhatExistsInstead()
    {
        Files("dist/notes.txt", "dist/old/a-1.tar.gz");

        var failure = Assert.Throws<PublishException>(() => Find("dist/*.whl", "missing/*.whl", "dist/a-1.tar.gz", "dist/notes.txt"));

        Assert.Equal(PublishFailure.NoDistributions, failure.Failure);
        return Verifier.Verify(Portable(failure.Message));
    }

    [Fact]
    public void RefusesToPublishNothing() =>
        Assert.Equal(PublishFailure.NoDistributions, Assert.Throws<PublishException>(() => Find()).Failure);

    private string Portable(string message) => message.Replace(folder.Path, "{folder}", StringComparison.Ordinal).Replace('\\', '/');

    private void Files(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            folder.Write(name, "");
        }
    }

    private IReadOnlyList<string> Find(params string[] patterns) =>
        DistributionFinder.Find(patterns, folder.Path);

    private IEnumerable<string?> Names(params string[] patterns) => Find(patterns).Select(Path.GetFileName);
}

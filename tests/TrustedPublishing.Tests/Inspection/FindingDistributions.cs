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
    public void TakesEachFileOnce()
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

    [Fact]
    public void PassesOverWhatLiesBesideDistributions()
    {
        Files("dist/a-1.tar.gz", "dist/SHA256SUMS", "dist/.gitignore", "dist/a-1.tar.gz.publish.attestation", "dist/report.json");

        Assert.Equal(["a-1.tar.gz"], Names("dist/*"));
        Assert.Equal(["a-1.tar.gz"], Names("dist"));
    }

    [Fact]
    public void DoesNotMindBracketsAndSpacesInFolders()
    {
        Files("my [dist]/a-1.tar.gz");

        Assert.Equal(["a-1.tar.gz"], Names("my [dist]/*.tar.gz"));
    }

    [Fact]
    public Task TellsAllThatIsWrongAtOnce()
    {
        Files("dist/notes.txt", "dist/SHA256SUMS", "dist/a-1.tar.gz", "other/a-1.tar.gz");

        var failure = Assert.Throws<PublishException>(() => Find("dist/*", "dist/SHA256SUMS", "other"));

        Assert.Equal(PublishFailure.UnusableDistributions, failure.Failure);
        Assert.Equal(3, failure.Findings.Count);
        return Verifier.Verify(Portable(failure.Message));
    }

    [Fact]
    public Task SaysWhatIsThereInstead()
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
        DistributionFinder.Find(Options.Of(PackageIndex.PyPI) with { Distributions = patterns, BaseDirectory = folder.Path });

    private IEnumerable<string?> Names(params string[] patterns) => Find(patterns).Select(Path.GetFileName);
}

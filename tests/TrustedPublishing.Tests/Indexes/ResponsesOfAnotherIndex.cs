namespace TrustedPublishing.Tests.Indexes;

/// <summary>Proxies and mirrors list files of another index, which are not on this one.</summary>
public class ResponsesOfAnotherIndex
{
    private const string FileName = "greeter-1.0-py3-none-any.whl";

    [Fact]
    public async Task ForAnUnknownProjectMeanThatItDoesNotExist()
    {
        await using var bench = new IndexBench(IndexBench.Generic with { Fallback = "https://pypi.org/simple/" });
        bench.Add();

        var report = await bench.PublishAsync();

        Assert.Equal(UploadOutcome.Uploaded, Assert.Single(report.Files).Outcome);
        Assert.DoesNotContain(bench.Index.Requests, request => request.Url.StartsWith("https://pypi.org/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithALoginPageAreAFailureBeforeTheFirstByte()
    {
        await using var bench = new IndexBench(IndexBench.Generic with { Fallback = "https://login.example.com/sso?next=" });
        bench.Add();

        Assert.Equal(PublishFailure.Redirected, (await bench.FailAsync()).Failure);
        Assert.Empty(bench.Index.Uploads);
    }

    [Theory]
    [InlineData("https://files.pythonhosted.org/packages/aa/bb/")]
    [InlineData("https://index.example.com:8443/packages/")]
    [InlineData("http://index.example.com/packages/")]
    [InlineData("https://other.example.com/packages/")]
    public async Task WithTheSameBytesDoNotCountAsPublished(string elsewhere)
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Listed[FileName] = ($"{elsewhere}{FileName}", bench.Content());

        var report = await bench.PublishAsync();

        Assert.Equal((UploadOutcome.Uploaded, true), (Assert.Single(report.Files).Outcome, report.Files[0].Verified));
    }

    [Fact]
    public async Task WithDifferentContentAreNotAConflict()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Listed[FileName] = ($"https://files.pythonhosted.org/packages/{FileName}", [1, 2, 3]);

        Assert.True((await bench.PublishAsync()).Succeeded);
    }

    [Fact]
    public async Task DoNotVerifyTheUpload()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Stores = bench.Index.Lists = false;
        bench.Index.Listed[FileName] = ($"https://files.pythonhosted.org/packages/{FileName}", bench.Content());

        var failure = await bench.FailAsync();

        Assert.Equal(PublishFailure.VerificationFailed, failure.Failure);
        Assert.Contains($"listed only at https://files.pythonhosted.org/packages/{FileName}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cdn.example.com", "https://cdn.example.com/a/b/", true)]
    [InlineData("https://cdn.example.com:8443", "https://cdn.example.com:8443/", true)]
    [InlineData("CDN.example.com:443/", "https://cdn.example.com/", true)]
    [InlineData("cdn.example.com", "https://cdn.example.com:8443/", false)]
    [InlineData("cdn.example.com", "http://cdn.example.com/", false)]
    [InlineData("cdn.example.com", "https://cdn.example.com.evil.example/", false)]
    public async Task VerifyTheUploadIfTheirHostIsTheIndexsOwn(string declared, string elsewhere, bool proves)
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Lists = false;
        bench.Index.Listed[FileName] = ($"{elsewhere}{FileName}", bench.Content());
        bench.Options = bench.Options with { Index = bench.Options.Index.WithFileHosts(declared) };

        if (proves)
        {
            Assert.Equal((UploadOutcome.AlreadyPresent, true), (Assert.Single((await bench.PublishAsync()).Files).Outcome, (await bench.PublishAsync()).Files[0].Verified));
        }
        else
        {
            Assert.Contains("--pypi-file-hosts", (await bench.FailAsync()).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("files.pythonhosted.org", "serves the content of PyPI")]
    [InlineData("https://cdn.example.com/files/", "is more than a host")]
    [InlineData("http://cdn.example.com", "plain http")]
    [InlineData("", "is not a host")]
    [InlineData("cdn example", "is not a host")]
    public void CannotBeDeclaredAsTheIndexsOwn(string declared, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => PackageIndex.Parse("https://packages.example.com/legacy/").WithFileHosts(declared)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task OnTheSameDevpiDoNotCountEither()
    {
        await using var bench = new IndexBench(PlayedDialects.All[0]);
        bench.Add();
        bench.Index.Listed[FileName] = ($"../../../../root/pypi/+f/117/ed88/{FileName}", bench.Content());

        var report = await bench.PublishAsync();

        Assert.Equal((UploadOutcome.Uploaded, true), (Assert.Single(report.Files).Outcome, report.Files[0].Verified));
    }
}

namespace TrustedPublishing.Tests.Indexes;

public class PyPIsPolicy
{
    [Theory]
    [InlineData("greeter-1.0+cuda12-py3-none-any.whl", "local versions")]
    [InlineData("greeter-1.0-cp312-cp312-linux_x86_64.whl", "unsupported platform tag 'linux_x86_64'")]
    public async Task CausesOnlyWarningsOnAnotherIndex(string fileName, string complaint)
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add(fileName);

        var report = await bench.PublishAsync();

        var warning = Assert.Single(report.Warnings, warning => warning.Text.Contains(complaint, StringComparison.Ordinal));
        Assert.Contains("--pypi-preflight", warning.Remedy, StringComparison.Ordinal);
        Assert.Equal(UploadOutcome.Uploaded, Assert.Single(report.Files).Outcome);
    }

    [Theory]
    [InlineData("greeter-1.0+cuda12-py3-none-any.whl")]
    [InlineData("greeter-1.0-cp312-cp312-linux_x86_64.whl")]
    public async Task CausesErrorsOnPyPI(string fileName)
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add(fileName);
        bench.Options = bench.Options with { Index = PackageIndex.PyPI };

        var failure = await bench.FailAsync();

        Assert.Equal(PublishFailure.UnusableDistributions, failure.Failure);
        Assert.DoesNotContain(bench.Index.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task DoesNotExcuseBrokenArchives()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        await File.AppendAllTextAsync(bench.Add(), "trailing bytes", TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.UnusableDistributions, (await bench.FailAsync()).Failure);
        Assert.Empty(bench.Index.Uploads);
    }
}

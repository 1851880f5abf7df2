namespace TrustedPublishing.Tests.Indexes;

public class ADigestThatIsNotListed
{
    private const string FileName = "greeter-1.0-py3-none-any.whl";

    [Theory]
    [InlineData("md5")]
    [InlineData("")]
    public async Task IsComputedFromTheServedFile(string listed)
    {
        await using var bench = new IndexBench(IndexBench.Generic with { Digest = listed });
        bench.Add();
        bench.Index.Files[FileName] = bench.Content();

        var report = await bench.PublishAsync();

        Assert.Equal((UploadOutcome.AlreadyPresent, true), (Assert.Single(report.Files).Outcome, report.Files[0].Verified));
        Assert.Empty(bench.Index.Uploads);
    }

    [Theory]
    [InlineData("md5", 0)]
    [InlineData("", 1)]
    public async Task RevealsDifferentContent(string listed, int downloads)
    {
        await using var bench = new IndexBench(IndexBench.Generic with { Digest = listed });
        bench.Add();
        bench.Index.Files[FileName] = [.. bench.Content(), 0];

        Assert.Equal(PublishFailure.FileConflict, (await bench.FailAsync()).Failure);
        Assert.Equal(downloads, bench.Index.Requests.Count(request => request.Url.EndsWith(FileName, StringComparison.Ordinal)));
        Assert.Empty(bench.Index.Uploads);
    }

    [Fact]
    public async Task LeavesTheFileUnverifiedIfItIsNotServed()
    {
        await using var bench = new IndexBench(IndexBench.Generic with { Digest = "" });
        bench.Add();
        bench.Index.Instead = request => request.Path.Value!.EndsWith(".whl", StringComparison.Ordinal) ? new(System.Net.HttpStatusCode.NotFound, "") : null;

        var failure = await bench.FailAsync();

        Assert.Equal((PublishFailure.VerificationFailed, UploadOutcome.Unknown), (failure.Failure, Assert.Single(failure.Report!.Files).Outcome));
    }
}

using System.Net;
using System.Security.Cryptography;

namespace TrustedPublishing.Tests.Indexes;

/// <summary>"File already exists": it is the run's own file if one of its responses was lost, otherwise somebody else's.</summary>
public sealed class DuplicatesOnAnIndex
{
    /// <param name="first">What happens to the first attempt.</param>
    /// <param name="stores">Whether that attempt was stored; if not, somebody else stores the same content.</param>
    /// <param name="expected">The outcome of the file.</param>
    /// <param name="attempts">The number of attempts.</param>
    [Theory]
    [InlineData(500, true, UploadOutcome.Uploaded, 2)]
    [InlineData(502, true, UploadOutcome.Uploaded, 2)]
    [InlineData(504, true, UploadOutcome.Uploaded, 2)]
    [InlineData(429, false, UploadOutcome.AlreadyPresent, 2)]
    [InlineData(408, false, UploadOutcome.AlreadyPresent, 2)]
    [InlineData(0, false, UploadOutcome.AlreadyPresent, 1)]
    public async Task AreTheRunsOwnOnlyAfterALostResponse(int first, bool stores, UploadOutcome expected, int attempts)
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Instead = request =>
        {
            if (request.Method != "POST")
            {
                return null;
            }

            var isFirst = bench.Index.Files.TryAdd("greeter-1.0-py3-none-any.whl", bench.Content());
            bench.Index.Lists = !isFirst || first == 0; // not listed before the second attempt, or there would be none
            return isFirst && first != 0 ? new((HttpStatusCode)first, stores ? "broken" : "later") : null;
        };

        var file = Assert.Single((await bench.PublishAsync()).Files);

        Assert.Equal((expected, attempts, true), (file.Outcome, file.Attempts, file.Verified));
    }

    [Fact]
    public async Task WithDifferentContentAreAConflict()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Instead = request =>
        {
            bench.Index.Files["greeter-1.0-py3-none-any.whl"] = request.Method == "POST" ? [1, 2, 3] : bench.Index.Files.GetValueOrDefault("greeter-1.0-py3-none-any.whl", []);
            bench.Index.Lists = request.Method == "POST" || bench.Index.Lists;
            return null;
        };
        bench.Index.Lists = false;

        var failure = await bench.FailAsync();

        Assert.Equal(PublishFailure.FileConflict, failure.Failure);
        Assert.True(Assert.Single(failure.Report!.Files) is { Outcome: UploadOutcome.Failed, IsNameTaken: true, Verified: false });
    }

    [Fact]
    public async Task ThatAreNotListedAreUnknown()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Files["greeter-1.0-py3-none-any.whl"] = bench.Content();
        bench.Index.Lists = false;

        var failure = await bench.FailAsync();

        Assert.True(Assert.Single(failure.Report!.Files) is { Outcome: UploadOutcome.Unknown, IsNameTaken: false, Verified: false });
    }

    /// <summary>Without a later verification, the report has the address that was compared; for a file that was just sent, it has the release's page.</summary>
    [Theory]
    [InlineData(400, "File already exists.", UploadOutcome.AlreadyPresent, "https://files.pythonhosted.org/packages/greeter-1.0-py3-none-any.whl")]
    [InlineData(200, "OK", UploadOutcome.Uploaded, "https://pypi.org/project/greeter/1.0/")]
    public async Task AreReportedWithTheirOwnAddress(int status, string body, UploadOutcome expected, string address)
    {
        await using var bench = new IndexBench(IndexBench.Generic with { Upload = "https://upload.pypi.org/legacy/", Simple = "https://pypi.org/simple/" });
        bench.Add();
        bench.Options = bench.Options with { Verify = VerifyLevel.Off };
        var digest = Convert.ToHexStringLower(SHA256.HashData(bench.Content()));
        var page = $$$"""{"meta":{"api-version":"1.0"},"name":"greeter","files":[{"filename":"greeter-1.0-py3-none-any.whl","url":"https://files.pythonhosted.org/packages/greeter-1.0-py3-none-any.whl","hashes":{"sha256":"{{{digest}}}"}}]}""";
        bench.Index.Instead = request => request.Method == "POST" ? new((HttpStatusCode)status, body)
            : bench.Index.Uploads.Any() ? new(HttpStatusCode.OK, page, "application/vnd.pypi.simple.v1+json") : new(HttpStatusCode.NotFound, "");

        var file = Assert.Single((await bench.PublishAsync()).Files);

        Assert.Equal((expected, new Uri(address)), (file.Outcome, file.Url));
    }
}

using System.Net;

namespace TrustedPublishing.Tests.Indexes;

/// <summary>After a lost response, whether a file is on the index is open until the index has answered again.</summary>
public sealed class LostResponses
{
    private const string FileName = "greeter-1.0-py3-none-any.whl";

    /// <summary>The index stores the first attempt, fails six times, and lists the file only then.</summary>
    [Fact]
    public async Task AreClarifiedByALastLookAfterTheLastAttempt()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Instead = request =>
        {
            bench.Index.Lists = bench.Index.Uploads.Count() == 6;
            bench.Index.Files[FileName] = bench.Content();
            return request.Method == "POST" ? new(HttpStatusCode.InternalServerError, "broken") : null;
        };

        var file = Assert.Single((await bench.PublishAsync()).Files);

        Assert.Equal((UploadOutcome.Uploaded, 6, true), (file.Outcome, file.Attempts, file.Verified));
    }

    /// <param name="answers">The responses to the uploads, none of which is stored; a 200 has a page as its body.</param>
    /// <param name="reading">The status of the index's page after the first upload.</param>
    /// <param name="expected">The outcome of the file.</param>
    [Theory]
    [InlineData(new[] { 200 }, 404, UploadOutcome.Failed)]
    [InlineData(new[] { 204 }, 404, UploadOutcome.Unknown)]
    [InlineData(new[] { 200 }, 403, UploadOutcome.Unknown)]
    [InlineData(new[] { 500, 200 }, 404, UploadOutcome.Unknown)]
    [InlineData(new[] { 500, 204 }, 404, UploadOutcome.Unknown)]
    [InlineData(new[] { 500, 400 }, 404, UploadOutcome.Failed)]
    public async Task AreAnUnknownOutcomeUnlessTheIndexClearlyRefuses(int[] answers, int reading, UploadOutcome expected)
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Instead = request => request.Method == "POST" ? new((HttpStatusCode)answers[bench.Index.Uploads.Count() - 1], "<html>Welcome</html>", "text/html")
            : bench.Index.Uploads.Any() ? new((HttpStatusCode)reading, "") : null;

        var file = Assert.Single((await bench.FailAsync()).Report!.Files);

        Assert.Equal((expected, answers.Length, false), (file.Outcome, file.Attempts, file.Verified));
    }

    [Fact]
    public async Task AreAFailureIfSomebodyElseTookTheName()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Instead = request =>
        {
            bench.Index.Files[FileName] = [1, 2, 3];
            bench.Index.Lists = bench.Index.Uploads.Any();
            return request.Method == "POST" ? new(HttpStatusCode.BadGateway, "broken") : null;
        };

        var failure = await bench.FailAsync();

        Assert.Equal(PublishFailure.FileConflict, failure.Failure);
        Assert.True(Assert.Single(failure.Report!.Files) is { Outcome: UploadOutcome.Failed, IsNameTaken: true });
    }

    [Fact]
    public async Task AreAnUnknownOutcomeIfTheFileCannotBeSentAgain()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        var path = bench.Add();
        bench.Index.Instead = request =>
        {
            if (request.Method != "POST")
            {
                return null;
            }

            File.AppendAllText(path, "more");
            return new(HttpStatusCode.GatewayTimeout, "broken");
        };

        var failure = await bench.FailAsync();

        Assert.Equal((PublishFailure.UnusableDistributions, UploadOutcome.Unknown), (failure.Failure, Assert.Single(failure.Report!.Files).Outcome));
    }
}

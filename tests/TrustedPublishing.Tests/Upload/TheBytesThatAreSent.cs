namespace TrustedPublishing.Tests.Upload;

/// <summary>A file whose content changes after it was inspected and attested, in the least noticeable way.</summary>
public sealed class TheBytesThatAreSent
{
    [Theory]
    [InlineData(0)]
    [InlineData(300_000)]
    [InlineData(-4)]
    public async Task AreTheInspectedOnesOrNoIndexReceivesThem(int at)
    {
        await using var bench = await ReleaseBench.StartAsync();
        var path = bench.AddWheel("cp38", 600_000);
        var done = false;
        bench.OnEvent = progress =>
        {
            if (progress is PublishProgress.UploadStarted && !done)
            {
                done = true;
                Change(path, at);
            }
        };

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.True(done);
        Assert.Equal((PublishFailure.UnusableDistributions, Path.GetFileName(path)), (failure.Failure, failure.FileName));
        Assert.Contains("changed after the inspection", failure.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Index.Files);
        Assert.Equal(UploadOutcome.Failed, Assert.Single(failure.Report!.Files).Outcome);
        Assert.All(bench.Uploads, upload => Assert.Null(upload.Status)); // no request was received completely
    }

    private static void Change(string path, int at)
    {
        var time = File.GetLastWriteTimeUtc(path);
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Position = at >= 0 ? at : file.Length + at;
            file.Write("evil"u8);
        }

        File.SetLastWriteTimeUtc(path, time);
    }
}

using Microsoft.Extensions.Time.Testing;
using TrustedPublishing.Distributions;
using TrustedPublishing.Release;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Upload;

public sealed class TheJournal : IDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly ProgressRecord progress = new(null, new());

    private string Path => folder.Combine("deep", "publish-journal.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task RecordsTheOutcomeOfEveryFile()
    {
        var release = ReleaseState();
        release.Begin(release.Files[0]);
        release.Finish(release.Files[0], report => report with { Outcome = UploadOutcome.Failed, Message = "the index said \"no\"" });

        await Verifier.Verify(await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void IsCompleteWheneverItIsRead()
    {
        var release = ReleaseState();

        release.Begin(release.Files[0]);

        Assert.Equal(JournalState.Uploading, ReleaseJournalFile.Read(Path).Document!.Files[0].State);
        Assert.Equal([Path], Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(Path)!));
    }

    [Fact]
    public void CountsTheAttemptsOfEarlierRuns()
    {
        var first = ReleaseState();
        first.Begin(first.Files[0]);
        first.Begin(first.Files[0]);

        var second = ReleaseState();
        second.Begin(second.Files[0]);

        Assert.Equal(3, ReleaseJournalFile.Read(Path).Document!.Files[0].Attempts);
        Assert.Empty(progress.Warnings);
    }

    /// <summary>Attempts with different content, or on another index, do not count for this release.</summary>
    [Theory]
    [InlineData("", "", 2)]
    [InlineData("https://upload.pypi.org/legacy/", "https://test.pypi.org/legacy/", 1)]
    [InlineData(Sample.Sha256, Sample.OtherSha256, 1)]
    [InlineData("greeter-1.0-py3-none-any.whl", "greeter-1.1-py3-none-any.whl", 1)]
    public void CountsOnlyAttemptsWithTheSameContentOnTheSameIndex(string there, string instead, int attempts)
    {
        var first = ReleaseState();
        first.Begin(first.Files[0]);
        var text = File.ReadAllText(Path);
        Assert.Contains(there, text, StringComparison.Ordinal);
        File.WriteAllText(Path, there.Length == 0 ? text : text.Replace(there, instead, StringComparison.Ordinal));

        var second = ReleaseState();
        second.Begin(second.Files[0]);

        Assert.Equal(attempts, ReleaseJournalFile.Read(Path).Document!.Files[0].Attempts);
        Assert.Empty(progress.Warnings);
    }

    /// <summary>Somebody else may have written to it, and a job may print it.</summary>
    [Fact]
    public void ContainsNoSecretOrCommandOfAnEarlierRun()
    {
        var first = ReleaseState();
        first.Begin(first.Files[0]);
        first.Finish(first.Files[0], report => report with { Outcome = UploadOutcome.Failed, Message = "said glpat-Zx81_kQ0 ##[stop-commands]P \u202e" });
        Assert.Contains("glpat", File.ReadAllText(Path), StringComparison.Ordinal); // nobody knew it
        progress.Secrets.Add(new("glpat-Zx81_kQ0"));

        var second = ReleaseState();
        second.Begin(second.Files[1]);

        var text = File.ReadAllText(Path);
        Assert.Contains("said *** ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, character => character is '#' or > '~');
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"format\": \"trusted-publishing-journal-1\", \"index\": ")]
    [InlineData("{\"format\": \"another program's\", \"index\": \"\", \"commit\": null, \"run\": null, \"files\": []}")]
    [InlineData("{\"format\": \"trusted-publishing-journal-1\", \"index\": null, \"commit\": null, \"run\": null, \"files\": []}")]
    [InlineData("[1, 2, 3]")]
    [InlineData("null")]
    public void IsRewrittenIfIncompleteOrForeign(string content)
    {
        folder.Write(System.IO.Path.GetRelativePath(folder.Path, Path), content);

        var release = ReleaseState();
        release.Begin(release.Files[0]);

        Assert.Contains("journal", Assert.Single(progress.Warnings).Text, StringComparison.Ordinal);
        Assert.Equal(1, ReleaseJournalFile.Read(Path).Document!.Files[0].Attempts);
    }

    [Fact]
    public void NeverStopsARelease()
    {
        folder.Write("deep", "a file where the journal's folder should be");

        var release = ReleaseState();
        release.Begin(release.Files[0]);
        release.Begin(release.Files[0]);

        Assert.Contains("cannot be written", Assert.Single(progress.Warnings).Text, StringComparison.Ordinal);
    }

    private ReleaseState ReleaseState()
    {
        var time = new FakeTimeProvider(new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
        var options = new PublishOptions
        {
            Index = PackageIndex.PyPI,
            Distributions = ["*"],
            JournalFile = Path,
            Time = time,
            Environment = new Dictionary<string, string>
            {
                ["GITHUB_SHA"] = "8f2b5c1d0e9a4736b1c2d3e4f5a60718293a4b5c", ["GITHUB_RUN_ID"] = "1658821493", ["GITHUB_REPOSITORY"] = "octo-org/greeter",
            },
        };
        Distribution[] distributions = [Sample.Wheel(path: "a"), Sample.Wheel("greeter-1.0-cp312-cp312-win_amd64.whl", path: "b")];
        return new(options.Index, options.Time, ReleaseJournal.Open(options.JournalPath, options.Index, options.Environment, distributions, progress), distributions, new Dictionary<string, FileFingerprint> { ["a"] = default, ["b"] = default }, progress);
    }
}

using System.Security.Cryptography;

namespace TrustedPublishing.Tests.Indexes;

public class PublishingToAnyKindOfIndex
{
    public static TheoryData<string> Rows => [.. PlayedDialects.All.Select(dialect => dialect.Upload)];

    /// <summary>The others accept any user name.</summary>
    public static TheoryData<string> RowsWithAUserName => [.. PlayedDialects.All.Where(dialect => dialect.User is not null).Select(dialect => dialect.Upload)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task StoresVerifiesAndResumes(string upload)
    {
        await using var bench = new IndexBench(IndexBench.Named(upload));
        bench.Add("greeter-1.0-cp38-none-any.whl");
        bench.Add("greeter-1.0-cp39-none-any.whl", 200);

        var report = await bench.PublishAsync();

        Assert.All(report.Files, file => Assert.Equal((UploadOutcome.Uploaded, true, 1), (file.Outcome, file.Verified, file.Attempts)));
        Assert.All(bench.Index.Files, file => Assert.Equal(bench.Content(file.Key), file.Value));
        Assert.All(await AgainAsync(bench), file => Assert.Equal((UploadOutcome.AlreadyPresent, true), (file.Outcome, file.Verified)));
        Assert.Equal(2, bench.Index.Uploads.Count());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task SendsEveryDigest(string upload)
    {
        await using var bench = new IndexBench(IndexBench.Named(upload));
        bench.Add();

        await bench.PublishAsync();

        var fields = Assert.Single(bench.Index.Uploads).Fields;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bench.Content())), fields["sha256_digest"]);
        Assert.Equal(OldDigest.Md5(bench.Content()), fields["md5_digest"]);
        Assert.Equal(64, fields["blake2_256_digest"].Length);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task StopsBeforeTheFirstByteIfTheContentDiffers(string upload)
    {
        await using var bench = new IndexBench(IndexBench.Named(upload));
        bench.Add();
        await bench.PublishAsync();
        bench.Add();

        var failure = await bench.FailAsync();

        Assert.Equal(PublishFailure.FileConflict, failure.Failure);
        Assert.Single(bench.Index.Uploads);
        Assert.DoesNotContain("refused or lost", failure.Message, StringComparison.Ordinal);
        Assert.Contains("has different content under these names", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task DoesNotTrustADuplicateThatIsNotListed(string upload)
    {
        await using var bench = new IndexBench(IndexBench.Named(upload));
        bench.Add();
        bench.Index.Files["greeter-1.0-py3-none-any.whl"] = [1, 2, 3];
        bench.Index.Lists = false;

        var failure = await bench.FailAsync();

        Assert.Equal((PublishFailure.FileConflict, UploadOutcome.Unknown), (failure.Failure, Assert.Single(failure.Report!.Files).Outcome));
        Assert.DoesNotContain("refused or lost", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was published", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RowsWithAUserName))]
    public async Task SaysWhichUserNameATokenNeeds(string upload)
    {
        await using var bench = new IndexBench(IndexBench.Named(upload));
        bench.Add();
        bench.Options = bench.Options with { UserName = null, Password = null, ApiToken = new(PlayedIndex.Token), Verify = VerifyLevel.Off };

        var failure = await bench.FailAsync();

        Assert.Equal(PublishFailure.CredentialsRefused, failure.Failure);
        Assert.Contains("The token was sent with the user name __token__", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--pypi-user", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IsTestedForEveryRowOfTheTable() => Assert.Equal(
        TrustedPublishing.Index.IndexProfiles.All.Select(profile => profile.Name).Except(["PyPI", "TestPyPI", "the embedded index", "GitLab (group)"]).Order(StringComparer.Ordinal),
        PlayedDialects.All.Select(dialect => dialect.Name).Distinct().Order(StringComparer.Ordinal));

    private static async Task<IReadOnlyList<FileReport>> AgainAsync(IndexBench bench) => (await bench.PublishAsync()).Files;
}

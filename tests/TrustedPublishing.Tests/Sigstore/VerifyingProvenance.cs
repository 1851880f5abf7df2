using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.Release;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Tests.Sigstore;

public sealed class VerifyingProvenance
{
    [Fact]
    public async Task RequestsTheProvenanceOfEveryAttestedFile()
    {
        await using var bench = await AttestingARelease.StartAsync();
        bench.AddWheels(3);

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, Asked(bench).Count());
    }

    [Fact]
    public async Task RequestsNothingForFilesWithoutAttestations()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Empty(Asked(bench));
    }

    [Fact]
    public async Task WaitsUntilItIsServed()
    {
        await using var bench = await AttestingARelease.StartAsync("provenance 1..3 status 404");
        bench.AddWheels(1);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Empty(report.Warnings);
        Assert.Equal(4, Asked(bench).Count());
    }

    [Theory]
    [InlineData("provenance status 404", "its provenance is not served yet after 60 seconds")]
    [InlineData("provenance garbage", "cannot be read")]
    public async Task WarnsAboutProvenanceThatCannotBeCompared(string fault, string text)
    {
        await using var bench = await AttestingARelease.StartAsync(fault);
        bench.AddWheels(1);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.True(report.Succeeded);
        Assert.Contains(text, Assert.Single(report.Warnings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WarnsAboutProvenanceThatIsNotListed()
    {
        await using var bench = await AttestingARelease.StartAsync("", options => options with { Attestations = AttestationPolicy.Ignored });
        bench.AddWheels(1);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.True(report.Succeeded);
        Assert.Contains("lists no provenance", Assert.Single(report.Warnings).Text, StringComparison.Ordinal);
    }

    /// <summary>A file whose provenance is that of another file.</summary>
    [Fact]
    public async Task RejectsADifferentAttestationAndShowsBoth()
    {
        await using var bench = await AttestingARelease.StartAsync();
        bench.AddWheels(2);
        await bench.PublishAsync(TestContext.Current.CancellationToken);
        var (first, second) = (Of(bench, 0), Of(bench, 1));
        using var reader = bench.Options.OpenReader();
        var listed = (await reader.GetProjectAsync("greeter", TestContext.Current.CancellationToken))!.Files;
        var warnings = new List<Finding>();
        using var http = new HttpClient();
        var check = new ProvenanceCheck(bench.Options.Index, bench.Options.ReadCredentials, http, bench.Options.Time, warnings.Add);
        var planned = new PlannedFile(Upload.Sample.Wheel(bench.Index.Files[0].FileName), default) { Attestations = [first] };

        Assert.True(await check.SettleAsync(planned, listed.Single(file => file.FileName == planned.Name), TestContext.Current.CancellationToken));
        var failure = await Assert.ThrowsAsync<PublishException>(() => check.SettleAsync(planned, listed.Single(file => file.FileName != planned.Name), TestContext.Current.CancellationToken));

        Assert.Equal(PublishFailure.VerificationFailed, failure.Failure);
        Assert.Contains(first.Summary, failure.Message, StringComparison.Ordinal);
        Assert.Contains(second.Summary, failure.Message, StringComparison.Ordinal);
        Assert.Empty(warnings);
    }

    private static Attestation Of(ReleaseBench bench, int number) => Attestation.ParseProvenance(bench.Index.Files[number].Provenance!).Single();

    private static IEnumerable<ReceivedRequest> Asked(ReleaseBench bench) => bench.Index.Requests.Where(request => request.Path.StartsWith("/integrity/", StringComparison.Ordinal));
}

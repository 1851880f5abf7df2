using System.Text.Json.Nodes;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Tests.Sigstore;

public sealed class AttestingARelease
{
    [Fact]
    public async Task ProvidesAnAttestationForEveryFile()
    {
        await using var bench = await StartAsync();
        bench.AddWheels(3);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.True(report.Succeeded);
        Assert.Equal([], report.Warnings);
        Assert.All(bench.Index.Files, file =>
        {
            var attestation = Assert.Single(Attestation.ParseProvenance(file.Provenance!));
            var verified = new AttestationVerifier(bench.Index.Sigstore.TrustedRoot).Verify(attestation, file.FileName, file.Sha256);
            Assert.Equal("https://github.com/octo-org/greeter/.github/workflows/release.yml@refs/tags/v1.0.0", verified.Identity.Subject);
            Assert.Equal("https://docs.pypi.org/attestations/publish/v1", verified.PredicateType);
        });
        Assert.Equal(bench.Index.Files.Count, bench.Events.OfType<PublishProgress.Attested>().Count());
    }

    [Fact]
    public async Task UsesOneCertificateAndOneIdentityForAllFiles()
    {
        await using var bench = await StartAsync();
        bench.AddWheels(5);

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Single(Requests(bench, "/_/sigstore/api/v2/signingCert"));
        Assert.Equal(5, Requests(bench, "/_/sigstore/api/v1/log/entries").Count());
        Assert.Equal(["pypi", "sigstore"], bench.Events.OfType<PublishProgress.IdentityDetected>().Select(identity => identity.Audience));
    }

    internal static async Task<ReleaseBench> StartAsync(string faults = "", Func<RehearsalOptions, RehearsalOptions>? change = null)
    {
        var bench = await ReleaseBench.StartAsync(faults, change);
        bench.Options = bench.Options with { Sigstore = bench.Index.Sigstore };
        return bench;
    }

    internal static IEnumerable<ReceivedRequest> Requests(ReleaseBench bench, string path) => bench.Index.Requests.Where(request => request.Path == path);
}

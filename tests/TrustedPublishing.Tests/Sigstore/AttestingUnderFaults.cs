using System.Security.Cryptography;
using System.Text.Json;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>If Sigstore fails or misbehaves, nothing is uploaded, and the failure says why.</summary>
public sealed class AttestingUnderFaults
{
    [Theory]
    [InlineData("certificate 1..2 status 503")]
    [InlineData("log 1..2 status 503 retry-after 2s")]
    [InlineData("certificate 1 cut before")]
    [InlineData("log 1 cut before")]
    [InlineData("log 1 cut after")]
    [InlineData("certificate 1 cut after")]
    [InlineData("log 1 delay 40s")]
    [InlineData("identity 2 status 503")]
    public async Task IsRetriedWhereThatHelps(string fault)
    {
        await using var bench = await AttestingARelease.StartAsync(fault);
        bench.AddWheels(2);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.True(report.Succeeded);
        Assert.All(bench.Index.Files, file => Assert.NotNull(file.Provenance));
        Assert.NotEmpty(bench.Events.OfType<PublishProgress.Retrying>());
    }

    [Theory]
    [InlineData("certificate status 503", PublishFailure.SigstoreUnavailable, "HTTP 503")]
    [InlineData("log status 503", PublishFailure.SigstoreUnavailable, "HTTP 503")]
    [InlineData("log cut before", PublishFailure.SigstoreUnavailable, "There was no response")]
    [InlineData("certificate status 429", PublishFailure.SigstoreUnavailable, "HTTP 429")]
    [InlineData("certificate garbage", PublishFailure.AttestationFailed, "a proxy, a sign-in page")]
    [InlineData("log garbage", PublishFailure.AttestationFailed, "a proxy, a sign-in page")]
    [InlineData("log truncate 100", PublishFailure.SigstoreUnavailable, "There was no response")]
    [InlineData("certificate status 400", PublishFailure.AttestationFailed, "github.com or gitlab.com")]
    [InlineData("certificate 1 rotate-key", PublishFailure.AttestationFailed, "failed to build certificate chain")]
    [InlineData("log 1 rotate-key", PublishFailure.AttestationFailed, "invalid inclusion promise")]
    [InlineData("identity 2.. status 500", PublishFailure.IdentityUnavailable, "identity token")]
    public async Task StopsTheReleaseBeforeAnythingIsUploaded(string fault, PublishFailure failure, string text)
    {
        await using var bench = await AttestingARelease.StartAsync(fault);
        bench.AddWheels(1);

        var exception = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(failure, exception.Failure);
        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Index.Files);
        Assert.Empty(bench.Uploads);
        Assert.True(!fault.StartsWith("certificate", StringComparison.Ordinal) || !AttestingARelease.Requests(bench, "/_/sigstore/api/v1/log/entries").Any());
    }

    [Fact]
    public async Task SignsNothingWithACertificateForAnotherKey()
    {
        await using var bench = await AttestingARelease.StartAsync();
        bench.AddWheels(1);
        await bench.PublishAsync(TestContext.Current.CancellationToken);
        var earlier = PemEncoding.WriteString("CERTIFICATE", Attestation.ParseProvenance(bench.Index.Files.Single().Provenance!).Single().Certificate.Span);
        var answer = JsonSerializer.Serialize(new { signedCertificateEmbeddedSct = new { chain = new { certificates = new[] { earlier } } } });
        await using var authority = new LoopbackServer(_ => LoopbackServer.Answer(200, answer));
        bench.AddWheel("cp313", 100);
        bench.Options = bench.Options with { Sigstore = bench.Index.Sigstore with { CertificateAuthority = authority.Url } };

        var exception = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.AttestationFailed, exception.Failure);
        Assert.Contains("it is for another key", exception.Message, StringComparison.Ordinal);
        Assert.Single(AttestingARelease.Requests(bench, "/_/sigstore/api/v1/log/entries"));
    }

    [Fact]
    public async Task ReportsDifferentClocksOfAuthorityAndLog()
    {
        await using var bench = await AttestingARelease.StartAsync("log 1 delay 10s", options => options with { CertificateLife = TimeSpan.FromSeconds(5) });
        bench.AddWheels(1);

        var exception = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.AttestationFailed, exception.Failure);
        Assert.Contains("expired at time of signing", exception.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Uploads);
    }

    [Fact]
    public async Task RequestsAnotherCertificateBeforeTheFirstOneExpires()
    {
        await using var bench = await AttestingARelease.StartAsync("log 1 delay 20s", options => options with { CertificateLife = TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(10) });
        bench.Options = bench.Options with { Parallel = 1 };
        bench.AddWheels(2);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.True(report.Succeeded);
        Assert.Equal(2, AttestingARelease.Requests(bench, "/_/sigstore/api/v2/signingCert").Count());
    }

    [Fact]
    public async Task FindsAnEntryWhoseResponseWasLostInsteadOfLoggingTwice()
    {
        await using var bench = await AttestingARelease.StartAsync("log 1 cut after");
        bench.AddWheels(1);

        await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Equal([409, 200], bench.Index.Requests.Where(request => request.Path.StartsWith("/_/sigstore/api/v1/log/", StringComparison.Ordinal) && request.Status is not null).Select(request => request.Status!.Value));
    }

    [Fact]
    public async Task SaysWhyTheFirstOfSeveralFilesFailed()
    {
        await using var bench = await AttestingARelease.StartAsync("log 3.. status 400");
        bench.AddWheels(6);

        var exception = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.AttestationFailed, exception.Failure);
        Assert.Contains("HTTP 400", exception.Message, StringComparison.Ordinal);
        Assert.All(exception.Report!.Files, file => Assert.Equal(UploadOutcome.NotAttempted, file.Outcome));
        Assert.Empty(bench.Uploads);
    }

    [Fact]
    public async Task CanBeCancelled()
    {
        await using var bench = await AttestingARelease.StartAsync();
        using var cancellation = new CancellationTokenSource();
        bench.Options = bench.Options with { Parallel = 1 };
        bench.AddWheels(3);
        bench.OnEvent = happened =>
        {
            if (happened is PublishProgress.Attested)
            {
                cancellation.Cancel();
            }
        };

        var exception = await bench.FailAsync(cancellation.Token);

        Assert.Equal(PublishFailure.Cancelled, exception.Failure);
        Assert.Single(bench.Events.OfType<PublishProgress.Attested>());
        Assert.Empty(bench.Uploads);
    }

    [Fact]
    public async Task HappensAfterTheExchange()
    {
        await using var bench = await AttestingARelease.StartAsync();
        bench.AddWheels(1);
        bench.Options = bench.Options with { Environment = bench.Index.JobEnvironment(new RehearsalJob { Workflow = "other.yml" }) };

        var exception = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.InvalidPublisher, exception.Failure);
        Assert.DoesNotContain(bench.Index.Requests, request => request.Path.StartsWith("/_/sigstore/", StringComparison.Ordinal));
    }
}

using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>Another tool has attested the files and stored the attestations next to them.</summary>
public sealed class AttestationsNextToTheFiles : IAsyncLifetime
{
    private ReleaseBench bench = null!;
    private RehearsalIndex index = null!;
    private string wheel = "";
    private string made = "";

    /// <summary>A file that was attested for one index is published to another; both trust the same Sigstore instance.</summary>
    public async ValueTask InitializeAsync()
    {
        bench = await AttestingARelease.StartAsync();
        wheel = bench.AddWheel("cp38", 100);
        await bench.PublishAsync(TestContext.Current.CancellationToken);
        made = Attestation.ParseProvenance(bench.Index.Files.Single().Provenance!).Single().ToJson();
        index = await RehearsalIndex.StartAsync(new() { Time = bench.Time, Attestations = AttestationPolicy.WithoutSignature }, TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", Projects = ["greeter"] });
        bench.Options = bench.Options with { Index = index.Index, Environment = index.JobEnvironment() };
    }

    public async ValueTask DisposeAsync()
    {
        await index.DisposeAsync();
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task AreUploadedUnchanged()
    {
        var text = $"{made[..^1]}, \"note\": \"members that nobody knows are passed over\"}}\n";
        await File.WriteAllTextAsync($"{wheel}.publish.attestation", text, TestContext.Current.CancellationToken);

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Empty(report.Warnings);
        Assert.Equal($"[{text}]", index.Files.Single().Fields.Single(field => field.Name == "attestations").Value);
        Assert.DoesNotContain(index.Requests, request => request.Path.Contains("sigstore", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nonsense", "invalid attestation")]
    [InlineData("{}", "invalid attestation")]
    public Task ThatCannotBeReadStopTheRelease(string text, string reason) => RefusesAsync(text, reason);

    [Fact]
    public Task ThatWereChangedStopTheRelease() =>
        RefusesAsync(ChangedAttestations.With(made, "envelope.signature", value => Convert.ToBase64String([.. Convert.FromBase64String(value.GetValue<string>()).SkipLast(1), 0])), "DSSE: invalid signature");

    [Fact]
    public async Task ForDifferentContentStopTheRelease()
    {
        bench.AddWheel("cp38", 200);

        await RefusesAsync(made, "subject does not match distribution digest");
    }

    private async Task RefusesAsync(string attestation, string reason)
    {
        await File.WriteAllTextAsync($"{wheel}.publish.attestation", attestation, TestContext.Current.CancellationToken);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.AttestationFailed, failure.Failure);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Empty(index.Files);
    }
}

using TrustedPublishing.Sigstore;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>The npm package @sigstore/verify verifies the attestations created here.</summary>
public sealed class VerifyingWithSigstoresOwnPackages
{
    private const string Workflow = "OK https://github.com/octo-org/greeter/.github/workflows/release.yml@refs/tags/v1.0.0";

    private static readonly string[] Unseen =
    [
        "version",
        .. new[] { "rootHash", "treeSize", "checkpoint.envelope" }.Select(member => $"verification_material.transparency_entries.0.inclusionProof.{member}"),
    ];

    [Fact]
    public async Task AcceptsOurAttestations()
    {
        var packages = Packages();
        await using var bench = await AttestingARelease.StartAsync();
        bench.AddWheels(3);
        await bench.PublishAsync(TestContext.Current.CancellationToken);

        var verdicts = await VerifyAsync(packages, bench, Attestations(bench));

        Assert.Equal([Workflow, Workflow, Workflow], verdicts);
    }

    /// <summary>
    /// The package checks neither the attestation's version, nor size and root next to the checkpoint, nor what follows a signature's padding.
    /// </summary>
    [Fact]
    public async Task RejectsWhatIsRejectedHere()
    {
        var packages = Packages();
        await using var bench = await AttestingARelease.StartAsync();
        bench.AddWheels(1);
        await bench.PublishAsync(TestContext.Current.CancellationToken);
        ChangedAttestations.Changed[] changed = [.. ChangedAttestations.Of(Attestations(bench).Single()).Where(change => change.What.EndsWith(" changed", StringComparison.Ordinal) && !Unseen.Any(member => change.What == $"{member} changed"))];

        var verdicts = await VerifyAsync(packages, bench, changed.Select(change => change.Json));

        Assert.Equal(changed.Length, verdicts.Count);
        Assert.All(changed.Zip(verdicts), pair =>
        {
            Assert.StartsWith("FAIL", pair.Second, StringComparison.Ordinal);
            Assert.ThrowsAny<AttestationException>(() => Verify(bench, pair.First.Json));
        });
        Assert.True(changed.Length > 10);
    }

    private static VerifiedAttestation Verify(ReleaseBench bench, string json)
    {
        var file = bench.Index.Files.Single();
        return new AttestationVerifier(bench.Index.Sigstore.TrustedRoot).Verify(Attestation.Parse(json), file.FileName, file.Sha256);
    }

    private static IEnumerable<string> Attestations(ReleaseBench bench) => bench.Index.Files.Select(file => Attestation.ParseProvenance(file.Provenance!).Single().ToJson());

    private static async Task<IReadOnlyList<string>> VerifyAsync(string packages, ReleaseBench bench, IEnumerable<string> attestations)
    {
        using var folder = new TemporaryDirectory();
        using var http = new HttpClient();
        var root = folder.Combine("trusted_root.json");
        await File.WriteAllTextAsync(root, await http.GetStringAsync(new Uri(bench.Index.BaseUrl, "/_/sigstore/trusted_root.json"), TestContext.Current.CancellationToken));
        var files = attestations.Select((json, number) =>
        {
            var file = folder.Combine($"{number}.attestation");
            File.WriteAllText(file, json);
            return file;
        }).ToArray();
        var script = RepositoryRoot.Combine("tests", "TrustedPublishing.Tests", "Sigstore", "verify.mjs");
        var result = await ChildProcess.RunAsync(Peers.Find("node"), [script, packages, root, .. files], cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.Output);
        return result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Packages() => NodePeers.Find("@sigstore/verify", "@sigstore/bundle", "@sigstore/protobuf-specs");
}

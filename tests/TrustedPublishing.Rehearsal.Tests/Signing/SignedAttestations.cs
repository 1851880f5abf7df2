using System.Text.Json.Nodes;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests.Signing;

/// <summary>Attestations are verified during the upload, with the embedded Sigstore instance and for the token's publisher.</summary>
public sealed class SignedAttestations
{
    private const string Prefix = "Invalid attestations supplied during upload: ";
    private const string Unverified = Prefix + "Could not verify the uploaded artifact using the included attestation: Verification failed: ";

    [Fact]
    public async Task AreServedUnchanged()
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        var attestation = await TestSigner.AttestAsync(bench, Statement(wheel));

        var reply = await bench.UploadAsync(await bench.TokenAsync(), wheel, Field(attestation));

        Assert.Equal(200, reply.Status);
        var served = await bench.GetAsync("/integrity/greeter/1.0.0/greeter-1.0.0-py3-none-any.whl/provenance");
        Assert.True(JsonNode.DeepEquals(attestation, served.Json["attestation_bundles"]![0]!["attestations"]![0]));
    }

    [Fact]
    public async Task FromAnotherRepositoryAreRejected() => await Refuses(
        new RehearsalJob { Repository = "other" },
        "Certificate's OIDCSourceRepositoryURI does not match (got 'https://github.com/octo-org/other', expected 'https://github.com/octo-org/greeter')");

    [Fact]
    public async Task FromAnotherWorkflowAreRejected() => await Refuses(
        new RehearsalJob { Workflow = "other.yml" },
        "Certificate's Build Config URI (https://github.com/octo-org/greeter/.github/workflows/other.yml@refs/tags/v1.0.0) does not match expected Trusted Publisher (release.yml @ octo-org/greeter)");

    [Fact]
    public async Task FromACallingWorkflowAreRejected() => await Refuses(
        new RehearsalJob { Claims = new Dictionary<string, object?> { ["workflow_ref"] = "octo-org/greeter/.github/workflows/caller.yml@refs/tags/v1.0.0" } },
        "Certificate's Build Config URI (https://github.com/octo-org/greeter/.github/workflows/caller.yml@refs/tags/v1.0.0) does not match expected Trusted Publisher (release.yml @ octo-org/greeter)");

    [Fact]
    public async Task ForDifferentContentAreRejected()
    {
        await using var bench = await Bench.StartAsync();

        await RefusesAsync(bench, await TestSigner.AttestAsync(bench, Statement(Sample.Wheel(text: "other"))), Unverified + "subject does not match distribution digest");
    }

    [Theory]
    [InlineData("envelope.signature", "DSSE: invalid signature")]
    [InlineData("verification_material.transparency_entries.0.inclusionPromise.signedEntryTimestamp", "invalid log entry: invalid inclusion promise")]
    [InlineData("verification_material.transparency_entries.0.inclusionProof.hashes.0", "invalid log entry: inclusion proof contains invalid root hash")]
    public async Task WithAChangedPartAreRejected(string path, string text)
    {
        await using var bench = await Bench.StartAsync();
        var attestation = await TestSigner.AttestAsync(bench, Statement(Sample.Wheel()));
        var steps = path.Split('.');
        var parent = steps.SkipLast(1).Aggregate((JsonNode)attestation, (node, step) => step == "0" ? node[0]! : node[step]!);
        var bytes = Convert.FromBase64String((steps[^1] == "0" ? parent[0] : parent[steps[^1]])!.GetValue<string>());
        bytes[^1] ^= 1;
        if (steps[^1] == "0")
        {
            parent[0] = Convert.ToBase64String(bytes);
        }
        else
        {
            parent[steps[^1]] = Convert.ToBase64String(bytes);
        }

        await RefusesAsync(bench, attestation, Unverified + text);
    }

    [Fact]
    public async Task WithoutARealCertificateAreRejected()
    {
        await using var bench = await Bench.StartAsync();
        var attestation = await TestSigner.AttestAsync(bench, Statement(Sample.Wheel()));
        attestation["verification_material"]!["certificate"] = "YQ==";

        await RefusesAsync(bench, attestation, Prefix + "Unknown error while trying to verify included attestations: invalid X.509 certificate");
    }

    [Fact]
    public async Task WithAnUnknownMemberInTheLogEntryAreRejected()
    {
        await using var bench = await Bench.StartAsync();
        var attestation = await TestSigner.AttestAsync(bench, Statement(Sample.Wheel()));
        attestation["verification_material"]!["transparency_entries"]![0]!["further"] = "1";

        await RefusesAsync(bench, attestation, Prefix + "Unknown error while trying to verify included attestations: invalid transparency log entry");
    }

    [Fact]
    public async Task FromAnotherSigstoreInstanceAreRejected()
    {
        await using var bench = await Bench.StartAsync();
        await using var other = await Bench.StartAsync();

        await RefusesAsync(bench, await TestSigner.AttestAsync(other, Statement(Sample.Wheel())), Unverified + "invalid log entry: it is of no transparency log that is trusted");
    }

    private static async Task Refuses(RehearsalJob job, string text)
    {
        await using var bench = await Bench.StartAsync();

        await RefusesAsync(bench, await TestSigner.AttestAsync(bench, Statement(Sample.Wheel()), job), Unverified + text);
    }

    private static async Task RefusesAsync(Bench bench, JsonObject attestation, string text)
    {
        var reply = await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), Field(attestation));

        Assert.Equal((400, text), (reply.Status, reply.Reason));
        Assert.Empty(bench.Index.Files);
    }

    internal static FormField Field(JsonObject attestation) => new("attestations", new JsonArray(attestation.DeepClone()).ToJsonString());

    internal static string Statement(Sample sample) => new JsonObject
    {
        ["_type"] = "https://in-toto.io/Statement/v1",
        ["subject"] = new JsonArray(new JsonObject { ["name"] = sample.FileName, ["digest"] = new JsonObject { ["sha256"] = sample.Sha256 } }),
        ["predicateType"] = "https://docs.pypi.org/attestations/publish/v1",
        ["predicate"] = null,
    }.ToJsonString();
}

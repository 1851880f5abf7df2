using System.Text;
using System.Text.Json.Nodes;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>The cases T1 to T10 of the server's own tests, without signatures, which other tests cover.</summary>
public sealed class Attestations
{
    private const string Prefix = "Invalid attestations supplied during upload: ";
    private static readonly RehearsalOptions Unsigned = new() { Attestations = AttestationPolicy.WithoutSignature };
    private const string Publish = "https://docs.pypi.org/attestations/publish/v1";

    [Fact]
    public async Task AreServedUnchanged()
    {
        await using var bench = await Bench.StartAsync(Unsigned, Bench.Publisher with { Environment = "pypi" });
        var wheel = Sample.Wheel();
        var attestation = Attestation(Statement(wheel));

        var reply = await bench.UploadAsync(await bench.TokenAsync(), wheel, Field(attestation));

        var page = await bench.GetAsync("/simple/greeter/", "application/vnd.pypi.simple.v1+json");
        var url = page.Json["files"]![0]!["provenance"]!.GetValue<string>();
        var provenance = await bench.GetAsync(new Uri(url).AbsolutePath);
        var bundle = provenance.Json["attestation_bundles"]![0]!;
        Assert.Equal(200, reply.Status);
        Assert.True(JsonNode.DeepEquals(new JsonArray(attestation.DeepClone()), bundle["attestations"]));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"kind":"GitHub","repository":"octo-org/greeter","workflow":"release.yml","environment":"pypi","claims":null}"""), bundle["publisher"]));
    }

    [Fact]
    public async Task AreNotForUsers()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync(bench.Index.AddUserToken("owner").Reveal(), Sample.Wheel(), Field(Attestation(Statement(Sample.Wheel()))));

        Assert.Equal((400, Prefix + "Attestations are only supported when using Trusted Publishing"), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task AreNotForActiveState()
    {
        await using var bench = await Bench.StartAsync(null, new RehearsalPublisher.ActiveState { Organization = "o", Project = "greeter", ActorId = "a", Projects = ["greeter"] });
        var identity = bench.Index.IssueIdentity(new Dictionary<string, object?>
        {
            ["iss"] = "https://platform.activestate.com/api/v1/oauth/oidc",
            ["sub"] = "org:o:project:greeter",
            ["organization"] = "o",
            ["project"] = "greeter",
            ["actor_id"] = "a",
            ["builder"] = "pypi-publisher",
        });
        var token = (await bench.MintAsync(identity.Reveal())).Json["token"]!.GetValue<string>();

        var reply = await bench.UploadAsync(token, Sample.Wheel(), new FormField("attestations", "[]"));

        Assert.Equal(Prefix + "Attestations are not currently supported with ActiveState publishers", reply.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("1")]
    [InlineData("{'malformed-attestation'}")]
    [InlineData("[1]")]
    [InlineData("""[{"version":2,"verification_material":{"certificate":"YQ==","transparency_entries":[{}]},"envelope":{"statement":"YQ==","signature":"YQ=="}}]""")]
    [InlineData("""[{"version":1,"verification_material":{"certificate":"YQ==","transparency_entries":[]},"envelope":{"statement":"YQ==","signature":"YQ=="}}]""")]
    [InlineData("""[{"version":1,"verification_material":{"certificate":"-_-_","transparency_entries":[{}]},"envelope":{"statement":"YQ==","signature":"YQ=="}}]""")]
    [InlineData("""[{"version":1,"verification_material":{"certificate":"YQ==","transparency_entries":[{}]},"envelope":{"statement":"YQ=="}}]""")]
    public async Task MustBeWellFormed(string field)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), new FormField("attestations", field));

        Assert.Equal(400, reply.Status);
        Assert.StartsWith(Prefix + "Malformed attestations: 1 validation error for list[Attestation]", reply.Reason, StringComparison.Ordinal);
        Assert.Empty(bench.Index.Files);
    }

    [Theory]
    [InlineData(0, "Malformed attestations: an empty attestation set is not permitted")]
    [InlineData(2, $"Multiple attestations for the same file with the same predicate type ({Publish}) are not supported")]
    [InlineData(3, "A maximum of 2 attestations per file are supported")]
    public async Task AreLimitedToTwo(int count, string text)
    {
        await using var bench = await Bench.StartAsync(Unsigned);

        var reply = await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), Field([.. Enumerable.Repeat(Attestation(Statement(Sample.Wheel())), count)]));

        Assert.Equal((400, Prefix + text), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task MayIncludeOneOfEachType()
    {
        await using var bench = await Bench.StartAsync(Unsigned);
        var wheel = Sample.Wheel();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), wheel, Field(Attestation(Statement(wheel)), Attestation(Statement(wheel, type: "https://slsa.dev/provenance/v1"))));

        Assert.Equal(200, reply.Status);
    }

    [Theory]
    [InlineData("{}", "invalid statement: it is not an in-toto statement")]
    [InlineData("nonsense", "invalid statement: it is not an in-toto statement")]
    public async Task ContainAStatement(string statement, string text) => await Refuses(statement, text);

    [Fact]
    public async Task AreAboutOneFile()
    {
        var statement = JsonNode.Parse(Statement(Sample.Wheel()))!;
        statement["subject"]!.AsArray().Add(statement["subject"]![0]!.DeepClone());

        await Refuses(statement.ToJsonString(), "too many subjects in statement (must be exactly one)");
    }

    [Fact]
    public Task AreAboutAFileWithAName() => Refuses(Statement(Sample.Wheel(), name: ""), "invalid subject: missing name");

    [Fact]
    public Task AreAboutTheUploadedFile() =>
        Refuses(Statement(Sample.Wheel(), name: "other-1.0.0-py3-none-any.whl"), "subject does not match distribution name: other-1.0.0-py3-none-any.whl != greeter-1.0.0-py3-none-any.whl");

    [Fact]
    public Task ForAnSdistAreNotForAWheel() =>
        Refuses(Statement(Sample.Wheel(), name: "greeter-1.0.0.tar.gz"), "subject does not match distribution name: greeter-1.0.0.tar.gz != greeter-1.0.0-py3-none-any.whl");

    [Fact]
    public Task AreAboutTheUploadedBytes() => Refuses(Statement(Sample.Wheel(text: "other")), "subject does not match distribution digest");

    [Fact]
    public Task HaveAKnownType() => Refuses(Statement(Sample.Wheel(), type: "https://example.com/v1"), "unknown attestation type: https://example.com/v1");

    [Fact]
    public async Task MaySpellTheNameDifferently()
    {
        await using var bench = await Bench.StartAsync(Unsigned);
        var wheel = Sample.Wheel(tag: "py2.py3-none-any");

        var reply = await bench.UploadAsync(await bench.TokenAsync(), wheel, Field(Attestation(Statement(wheel, name: "Greeter-1.0.0-py3.py2-none-any.whl"))));

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task AreIgnoredIfDisabled()
    {
        await using var bench = await Bench.StartAsync(new() { Attestations = AttestationPolicy.Ignored });

        var reply = await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), new FormField("attestations", "nonsense"));

        Assert.Equal(200, reply.Status);
        Assert.Null(Assert.Single(bench.Index.Files).Provenance);
    }

    private static async Task Refuses(string statement, string text)
    {
        await using var bench = await Bench.StartAsync(Unsigned);

        var reply = await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), Field(Attestation(statement)));

        Assert.Equal((400, $"{Prefix}Could not verify the uploaded artifact using the included attestation: Verification failed: {text}"), (reply.Status, reply.Reason));
    }

    private static FormField Field(params IEnumerable<JsonObject> attestations) =>
        new("attestations", new JsonArray([.. attestations.Select(attestation => attestation.DeepClone())]).ToJsonString());

    private static string Statement(Sample sample, string? name = null, string type = Publish) => new JsonObject
    {
        ["_type"] = "https://in-toto.io/Statement/v1",
        ["subject"] = new JsonArray(new JsonObject { ["name"] = name ?? sample.FileName, ["digest"] = new JsonObject { ["sha256"] = sample.Sha256 } }),
        ["predicateType"] = type,
        ["predicate"] = null,
    }.ToJsonString();

    private static JsonObject Attestation(string statement) => new()
    {
        ["version"] = 1,
        ["verification_material"] = new JsonObject { ["certificate"] = "YQ==", ["transparency_entries"] = new JsonArray(new JsonObject { ["logIndex"] = "1" }) },
        ["envelope"] = new JsonObject { ["statement"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(statement)), ["signature"] = "YQ==" },
    };
}

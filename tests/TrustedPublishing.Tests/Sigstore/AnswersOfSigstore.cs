using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using TrustedPublishing.Http;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>The requests to the authority and the log, and what their answers mean.</summary>
public sealed class AnswersOfSigstore
{
    private const string Pem = "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n";

    private static readonly SigstoreInstance Instance = SigstoreInstance.Production with { CertificateAuthority = new("https://fulcio.example.com/base/"), TransparencyLog = new("https://rekor.example.com/base/") };

    private static readonly string Id64 = new('a', 64);

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(201, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    [InlineData(500, false)]
    public void HoldACertificateWithAStatusOfSuccess(int status, bool isRead) =>
        Assert.Equal(isRead ? [1, 2, 3] : null, FulcioProtocol.Read(new((HttpStatusCode)status, Chain(Pem))));

    [Fact]
    public void HoldTheLeafFirstAndAsPem()
    {
        Assert.Equal([1, 2, 3], FulcioProtocol.Read(new(HttpStatusCode.OK, Chain(Pem, Pem.Replace("AQID", "BAUG", StringComparison.Ordinal)))));
        Assert.Null(FulcioProtocol.Read(new(HttpStatusCode.OK, Chain(Pem.Replace("CERTIFICATE", "PUBLIC KEY", StringComparison.Ordinal)))));
        Assert.Null(FulcioProtocol.Read(new(HttpStatusCode.OK, Chain("AQID"))));
        Assert.Null(FulcioProtocol.Read(new(HttpStatusCode.OK, Chain())));
        Assert.Null(FulcioProtocol.Read(new(null, Chain(Pem))));
    }

    [Fact]
    public async Task AnswerARequestThatProvesThatWeHoldTheKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var request = FulcioProtocol.Request(Instance, new("a.b.c"), key);

        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var signing = CertificateRequest.LoadSigningRequestPem(Encoding.ASCII.GetString(Convert.FromBase64String(body["certificateSigningRequest"]!.GetValue<string>())), HashAlgorithmName.SHA256);
        Assert.Equal(("POST", "https://fulcio.example.com/base/api/v2/signingCert"), (request.Method.Method, request.RequestUri!.AbsoluteUri));
        Assert.Equal(("application/json", "application/json"), ($"{request.Content.Headers.ContentType}", $"{request.Headers.Accept}"));
        Assert.Equal("a.b.c", body["credentials"]!["oidcIdentityToken"]!.GetValue<string>());
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), signing.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Empty(signing.SubjectName.Name);
    }

    [Fact]
    public async Task AnswerAnEntryWithEnvelopeAndCertificate()
    {
        using var leaf = TestCertificates.Leaf();
        using var request = RekorProtocol.Request(Instance, "{}"u8.ToArray(), [7, 8, 9], leaf);

        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var content = body["spec"]!["proposedContent"]!;
        Assert.Equal(("POST", "https://rekor.example.com/base/api/v1/log/entries"), (request.Method.Method, request.RequestUri!.AbsoluteUri));
        Assert.Equal(("0.0.1", "dsse"), (body["apiVersion"]!.GetValue<string>(), body["kind"]!.GetValue<string>()));
        Assert.Equal("""{"payload":"e30=","payloadType":"application/vnd.in-toto+json","signatures":[{"sig":"BwgJ"}]}""", content["envelope"]!.GetValue<string>());
        Assert.Equal(leaf.Certificate.ExportCertificatePem(), Encoding.ASCII.GetString(Convert.FromBase64String(Assert.Single(content["verifiers"]!.AsArray())!.GetValue<string>())));
    }

    public static TheoryData<int, string?, bool> Locations => new()
    {
        { 409, $"/api/v1/log/entries/{Id64}", true },
        { 409, $"/api/v1/log/entries/{Id64}{new string('B', 16)}", true },
        { 409, $"https://elsewhere.example.com/x/{Id64}", true },
        { 409, Id64[1..], false },
        { 409, $"{Id64}a", false },
        { 409, new string('a', 79), false },
        { 409, new string('a', 81), false },
        { 409, $"{Id64[1..]}g", false },
        { 409, "", false },
        { 409, null, false },
        { 201, Id64, false },
    };

    /// <summary>Only the entry's ID is taken from the answer: the address remains that of the log.</summary>
    [Theory, MemberData(nameof(Locations))]
    public void NameAnEntryThatExists(int status, string? location, bool isNamed)
    {
        var answer = new HttpResponse((HttpStatusCode)status, "") { Location = location is null ? null : new(location, UriKind.RelativeOrAbsolute) };

        Assert.Equal(isNamed ? $"https://rekor.example.com/base/api/v1/log/entries/{location!.Split('/')[^1]}" : null, RekorProtocol.Existing(Instance, answer)?.AbsoluteUri);
    }

    [Fact]
    public void HoldAnEntryAsAttestationsHaveIt()
    {
        var entry = RekorProtocol.Read(new(HttpStatusCode.Created, Entry()))!;

        Assert.Equal((3L, 4L, new KindVersion("dsse", "0.0.1")), (entry.LogIndex, entry.IntegratedTime, entry.KindVersion));
        Assert.Equal((1L, 2L, "checkpoint"), (entry.InclusionProof.LogIndex, entry.InclusionProof.TreeSize, entry.InclusionProof.Checkpoint.Envelope));
        Assert.Equal(["0A", "0B", "0C0D", "07"], new[] { entry.LogId.KeyId, entry.InclusionProof.RootHash, Assert.Single(entry.InclusionProof.Hashes), entry.InclusionPromise!.SignedEntryTimestamp }.Select(Convert.ToHexString));
        Assert.NotNull(RekorProtocol.Read(new(HttpStatusCode.OK, Entry())));
        Assert.NotNull(RekorProtocol.Read(new(HttpStatusCode.OK, Entry(logIndex: 0, time: 0, proofIndex: 0, size: 0))));
    }

    public static TheoryData<int, string> NoEntries => new()
    {
        { 202, Entry() },
        { 400, Entry() },
        { 201, "{}" },
        { 201, """{"a":null}""" },
        { 201, Entry(logIndex: -1) },
        { 201, Entry(time: -1) },
        { 201, Entry(proofIndex: -1) },
        { 201, Entry(size: -1) },
        { 201, Entry(hashes: "[null]") },
        { 201, Entry(hashes: "[\"0x\"]") },
        { 201, Entry(id: "x") },
        { 201, Entry(body: "{}") },
        { 201, Entry(body: "") },
        { 201, $"{Entry()[..^1]},{Entry()[1..].Replace("\"a\":", "\"b\":", StringComparison.Ordinal)}" },
    };

    [Theory, MemberData(nameof(NoEntries))]
    public void HoldNoEntryOtherwise(int status, string body) => Assert.Null(RekorProtocol.Read(new((HttpStatusCode)status, body)));

    /// <summary>A refusal is final; a failure may pass; a success without what was asked for came from somebody else.</summary>
    [Theory]
    [InlineData(200, PublishFailure.AttestationFailed, "something between")]
    [InlineData(399, PublishFailure.AttestationFailed, "something between")]
    [InlineData(400, PublishFailure.AttestationFailed, "github.com or gitlab.com")]
    [InlineData(499, PublishFailure.AttestationFailed, "github.com or gitlab.com")]
    [InlineData(408, PublishFailure.SigstoreUnavailable, "status.sigstore.dev")]
    [InlineData(429, PublishFailure.SigstoreUnavailable, "status.sigstore.dev")]
    [InlineData(500, PublishFailure.SigstoreUnavailable, "status.sigstore.dev")]
    [InlineData(null, PublishFailure.SigstoreUnavailable, "status.sigstore.dev")]
    public void AreRefusalsOrFailures(int? status, PublishFailure expected, string words)
    {
        var failure = AttestationFailures.CertificateNotIssued(Instance, FulcioProtocol.Address(Instance), new((HttpStatusCode?)status, "") { Fault = status is null ? "cut" : null });

        Assert.Equal((expected, status), (failure.Failure, (int?)failure.StatusCode));
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    private static string Chain(params string[] certificates) =>
        new JsonObject { ["signedCertificateEmbeddedSct"] = new JsonObject { ["chain"] = new JsonObject { ["certificates"] = new JsonArray([.. certificates.Select(certificate => (JsonNode)certificate)]) } } }.ToJsonString();

    private static string Entry(
        long logIndex = 3, long time = 4, long proofIndex = 1, long size = 2, string hashes = "[\"0c0d\"]", string id = "0a", string body = """{"apiVersion":"0.0.1","kind":"dsse","spec":{}}""") =>
        $$"""
        {"a":{"body":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(body))}}","integratedTime":{{time}},"logID":"{{id}}","logIndex":{{logIndex}},"verification":{"signedEntryTimestamp":"Bw==","inclusionProof":{"logIndex":{{proofIndex}},"treeSize":{{size}},"rootHash":"0b","hashes":{{hashes}},"checkpoint":"checkpoint"} } } }
        """;
}

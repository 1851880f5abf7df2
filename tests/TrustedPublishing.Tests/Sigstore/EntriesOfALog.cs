using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>Entries of a test log, which signs anything: each has one flaw that must not be trusted.</summary>
public sealed class EntriesOfALog : IDisposable
{
    private const string Host = "rekor.example.com";
    private const long Start = 1_790_000_000;
    private const long End = Start + 1000;
    private const long Now = Start + 500;

    private static readonly byte[] Body = [1, 2, 3];
    private static readonly byte[] Other = SHA256.HashData([0, 4, 5, 6]);
    private static readonly byte[] Root = SHA256.HashData([1, .. SHA256.HashData([0, .. Body]), .. Other]);

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        key.Dispose();
        stranger.Dispose();
    }

    [Fact]
    public void AreTrustedIfNothingIsWrong()
    {
        RekorEntryVerifier.CheckInclusion(Entry(Note()), Trusted());
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Now), RekorEntryVerifier.TimeOf(Entry(Note()), Trusted()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public void MustBeInATreeOfTheSignedSize(long size) => Refused("root hash", Entry(Note(size: size)));

    [Fact]
    public void MustBeInATreeWithTheSignedRoot()
    {
        Refused("root hash", Entry(Note(root: Other)));
        Refused("root hash", Entry(Note(), rootHash: Other));
        Refused("root hash", Entry(Note(root: Other), rootHash: Other));
        Refused("root hash", Entry(Note()) with { CanonicalizedBody = [9] });
    }

    [Theory]
    [InlineData("of the log", true)]
    [InlineData("of the log behind a witness", true)]
    [InlineData("of the log behind a damaged one", true)]
    [InlineData("none", false)]
    [InlineData("of a stranger", false)]
    [InlineData("under another name", false)]
    [InlineData("with another key's hint", false)]
    [InlineData("of another note", false)]
    [InlineData("without a value", false)]
    [InlineData("of the log and a line that is none", false)]
    public void NeedTheLogsOwnSignatureOnTheCheckpoint(string signature, bool isBelieved)
    {
        var note = Statement(2, Root);
        var own = Line(Host, key, note);
        var lines = signature switch
        {
            "of the log" => own,
            "of the log behind a witness" => Line("witness.example.com", stranger, note) + own,
            "of the log behind a damaged one" => Line(Host, key, Statement(3, Root)) + own,
            "of a stranger" => Line(Host, stranger, note, hint: Id[..4]),
            "under another name" => Line("other.example.com", key, note),
            "with another key's hint" => Line(Host, key, note, hint: [0, 0, 0, 0]),
            "of another note" => Line(Host, key, Statement(3, Root)),
            "without a value" => $"\u2014 {Host} {Convert.ToBase64String(Id[..4])}\n",
            "of the log and a line that is none" => own + "- nothing\n",
            _ => "",
        };

        var refusal = Record.Exception(() => RekorEntryVerifier.CheckInclusion(Entry($"{note}\n{lines}"), Trusted()));

        Assert.Equal(isBelieved, refusal is null);
        Assert.True(isBelieved || refusal is AttestationException, refusal?.ToString());
    }

    [Theory]
    [InlineData(Start - 1, false)]
    [InlineData(Start, true)]
    [InlineData(End, true)]
    [InlineData(End + 1, false)]
    public void MustUseAKeyThatWasValidAtTheTime(long time, bool isBelieved)
    {
        Assert.Equal(isBelieved, Record.Exception(() => RekorEntryVerifier.CheckInclusion(Entry(Note(), time), Trusted())) is null);
        Assert.Equal(isBelieved, Record.Exception(() => RekorEntryVerifier.TimeOf(Entry(Note(), time), Trusted())) is null);
    }

    [Fact]
    public void HaveATimeOnlyWithAPromiseForTheirWholeContent()
    {
        var entry = Entry(Note());

        Untimed("not enough sources", entry with { InclusionPromise = null });
        Untimed("not enough sources", entry with { IntegratedTime = 0 });
        Untimed("not enough sources", entry with { IntegratedTime = DateTimeOffset.MaxValue.ToUnixTimeSeconds() + 1 });
        Untimed("inclusion promise", entry with { IntegratedTime = Now + 1 });
        Untimed("inclusion promise", entry with { LogIndex = entry.LogIndex + 1 });
        Untimed("inclusion promise", entry with { CanonicalizedBody = [9] });
        Untimed("no transparency log", entry with { LogId = new(Other) });
    }

    [Theory]
    [InlineData("nothing", null)]
    [InlineData("two signatures", "signatures do not match")]
    [InlineData("no signature", "signatures do not match")]
    [InlineData("signatures that are none", "signatures do not match")]
    [InlineData("another signature", "signatures do not match")]
    [InlineData("another verifier", "signatures do not match")]
    [InlineData("another algorithm", "payload hash")]
    [InlineData("another payload", "payload hash")]
    [InlineData("another kind", "Expected entry type")]
    [InlineData("another version", "Expected entry type")]
    [InlineData("another kind outside", "Expected entry type")]
    [InlineData("no JSON", "cannot be read")]
    public void BelongToOneSignatureOfOneStatement(string change, string? refusal)
    {
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        using var leaf = LeafCertificate.Read(certificate.RawData);
        var (statement, signature) = ("{}"u8.ToArray(), new byte[] { 7, 8, 9 });
        JsonObject Signed(byte[] by, byte[] verifier) => new() { ["signature"] = Convert.ToBase64String(by), ["verifier"] = Convert.ToBase64String(verifier) };
        var right = Signed(signature, leaf.Pem);
        JsonNode signatures = change switch
        {
            "two signatures" => new JsonArray(right, Signed([1], leaf.Pem)),
            "no signature" => new JsonArray(),
            "signatures that are none" => right,
            "another signature" => new JsonArray(Signed([1], leaf.Pem)),
            "another verifier" => new JsonArray(Signed(signature, [1])),
            _ => new JsonArray(right),
        };
        var hash = change == "another payload" ? Other : SHA256.HashData(statement);
        var body = new JsonObject
        {
            ["apiVersion"] = change == "another version" ? "0.0.2" : "0.0.1",
            ["kind"] = change == "another kind" ? "intoto" : "dsse",
            ["spec"] = new JsonObject
            {
                ["payloadHash"] = new JsonObject { ["algorithm"] = change == "another algorithm" ? "sha512" : "sha256", ["value"] = Convert.ToHexStringLower(hash) },
                ["signatures"] = signatures,
            },
        };
        var entry = Entry(Note()) with
        {
            CanonicalizedBody = change == "no JSON" ? [1] : Encoding.UTF8.GetBytes(body.ToJsonString()),
            KindVersion = change == "another kind outside" ? new("intoto", "0.0.1") : new("dsse", "0.0.1"),
        };

        var thrown = Record.Exception(() => EntryBody.Check(entry, statement, signature, leaf));

        Assert.Equal(refusal is null, thrown is null);
        Assert.Contains(refusal ?? "", thrown?.Message ?? "", StringComparison.Ordinal);
    }

    private byte[] Id => SHA256.HashData(key.ExportSubjectPublicKeyInfo());

    private void Refused(string why, LogEntry entry) =>
        Assert.Contains(why, Assert.Throws<AttestationException>(() => RekorEntryVerifier.CheckInclusion(entry, Trusted())).Message, StringComparison.Ordinal);

    private void Untimed(string why, LogEntry entry) =>
        Assert.Contains(why, Assert.Throws<AttestationException>(() => RekorEntryVerifier.TimeOf(entry, Trusted())).Message, StringComparison.Ordinal);

    /// <summary>An entry with a promise that covers its whole content.</summary>
    private LogEntry Entry(string checkpoint, long time = Now, byte[]? rootHash = null)
    {
        var promised = string.Create(CultureInfo.InvariantCulture, $$"""{"body":"{{Convert.ToBase64String(Body)}}","integratedTime":{{time}},"logID":"{{Convert.ToHexStringLower(Id)}}","logIndex":7}""");
        return new(7, new(Id), new("dsse", "0.0.1"), time, new(0, rootHash ?? Root, 2, [Other], new(checkpoint)), Body)
        {
            InclusionPromise = new(Sign(key, promised)),
        };
    }

    private string Note(long size = 2, byte[]? root = null)
    {
        var statement = Statement(size, root ?? Root);
        return $"{statement}\n{Line(Host, key, statement)}";
    }

    private string Line(string name, ECDsa signer, string statement, byte[]? hint = null) =>
        $"\u2014 {name} {Convert.ToBase64String([.. hint ?? (signer == key ? Id[..4] : [1, 2, 3, 4]), .. Sign(signer, statement)])}\n";

    private static string Statement(long size, byte[] root) => string.Create(CultureInfo.InvariantCulture, $"{Host} - 1\n{size}\n{Convert.ToBase64String(root)}\n");

    private static byte[] Sign(ECDsa signer, string text) => signer.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    private TrustedRoot Trusted() => TrustedRoot.Parse(new JsonObject
    {
        ["tlogs"] = new JsonArray(new JsonObject
        {
            ["baseUrl"] = $"https://{Host}",
            ["logId"] = new JsonObject { ["keyId"] = Convert.ToBase64String(Id) },
            ["publicKey"] = new JsonObject
            {
                ["rawBytes"] = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
                ["keyDetails"] = "PKIX_ECDSA_P256_SHA_256",
                ["validFor"] = new JsonObject { ["start"] = Time(Start), ["end"] = Time(End) },
            },
        }),
        ["ctlogs"] = new JsonArray(),
        ["certificateAuthorities"] = new JsonArray(),
    }.ToJsonString());

    private static string Time(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

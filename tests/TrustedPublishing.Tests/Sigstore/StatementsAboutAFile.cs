using System.Text;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Tests.Sigstore;

public sealed class StatementsAboutAFile
{
    private const string File = "greeter-1.0-py3-none-any.whl";
    private const string Sha256 = "117ed88e5db073bb92969a7545745fd977ee85b7019706dd256a64058f70963d";

    [Fact]
    public void AreWrittenAsPypiAttestationsWritesThem() => Assert.Equal(
        $$$"""{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"{{{File}}}","digest":{"sha256":"{{{Sha256}}}"}}],"predicateType":"https://docs.pypi.org/attestations/publish/v1","predicate":null}""",
        Encoding.UTF8.GetString(PublishStatement.Create(File, Sha256)));

    [Theory]
    [InlineData("https://docs.pypi.org/attestations/publish/v1")]
    [InlineData("https://slsa.dev/provenance/v1")]
    public void AreOfAKnownType(string predicate) => Assert.Equal(predicate, PublishStatement.Check(Statement(predicate: $"\"{predicate}\""), File, Sha256));

    [Theory]
    [InlineData("greeter-1.0-py3-none-any.whl")]
    [InlineData("Greeter-1.0-py3-none-any.whl")]
    [InlineData("greeter-1.0.0-py3-none-any.whl")]
    public void AreAboutAnEquivalentName(string name) => Assert.NotEmpty(PublishStatement.Check(Statement(name: $"\"{name}\""), File, Sha256));

    public static TheoryData<string, string> Unacceptable => new()
    {
        { "", "it is not JSON" },
        { """{"_type":1,"_type":1}""", "it is not JSON" },
        { "[]", "it is not an in-toto statement" },
        { Text(type: "\"https://in-toto.io/Statement/v0.1\""), "it is not an in-toto statement" },
        { Text(type: "null"), "it is not an in-toto statement" },
        { Text(type: "\"\\ud800\""), "it is not an in-toto statement" },
        { Text(predicate: "null"), "it is not an in-toto statement" },
        { Text(subjects: "{}"), "it is not an in-toto statement" },
        { Text(subjects: "null"), "it is not an in-toto statement" },
        { Text(subjects: "[]"), "exactly one" },
        { Text(subjects: "[{},{}]"), "exactly one" },
        { Text(subjects: "[1]"), "missing name" },
        { Text(name: "null"), "missing name" },
        { Text(name: "\"\""), "missing name" },
        { Text(name: "\"\\udc00\""), "missing name" },
        { Text(name: "\"greeter\""), "invalid subject: " },
        { Text(name: "\"greeter-1.1-py3-none-any.whl\""), "does not match distribution name" },
        { Text(name: "\"greeter-1.0.tar.gz\""), "does not match distribution name" },
        { Text(sha256: $"\"{Sha256.ToUpperInvariant()}\""), "does not match distribution digest" },
        { Text(sha256: "null"), "does not match distribution digest" },
        { Text(predicate: "\"https://example.com/v1\""), "unknown attestation type: https://example.com/v1" },
    };

    [Theory, MemberData(nameof(Unacceptable))]
    public void AreRefusedAsAnyThingElse(string statement, string why) =>
        Assert.Contains(why, Assert.Throws<AttestationException>(() => PublishStatement.Check(Encoding.UTF8.GetBytes(statement), File, Sha256)).Message, StringComparison.Ordinal);

    [Fact]
    public void AreSignedWithTheirTypeAndLength() =>
        Assert.Equal("DSSEv1 28 application/vnd.in-toto+json 2 {}", Encoding.UTF8.GetString(DsseEncoding.Encode("{}"u8.ToArray())));

    private static byte[] Statement(string name = $"\"{File}\"", string predicate = "\"https://docs.pypi.org/attestations/publish/v1\"") => Encoding.UTF8.GetBytes(Text(name: name, predicate: predicate));

    private static string Text(
        string type = "\"https://in-toto.io/Statement/v1\"", string? subjects = null, string name = $"\"{File}\"", string sha256 = $"\"{Sha256}\"", string predicate = "\"https://docs.pypi.org/attestations/publish/v1\"") =>
        $$"""{"_type":{{type}},"subject":{{subjects ?? $$"""[{"name":{{name}},"digest":{"sha256":{{sha256}} } }]"""}},"predicateType":{{predicate}},"predicate":null}""";
}

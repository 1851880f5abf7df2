using System.Text.Json.Nodes;
using TrustedPublishing.Sigstore;
using Row = TrustedPublishing.Tests.Sigstore.PublicVectors.Row;

namespace TrustedPublishing.Tests.Sigstore;

public sealed class RealAttestations
{
    [Fact]
    public void AreVerifiedAsExpected()
    {
        var rows = PublicVectors.All();

        Assert.True(rows.Count >= 3, $"only {rows.Count} attestations");
        Assert.Equal(["production", "staging"], rows.Select(row => row.Instance).Distinct().Order());
        Assert.All(rows, row => Assert.Equal(row.Accepted, Complaint(row, PublicVectors.Root(row.Instance)) is null));
    }

    [Fact]
    public void BelongToTheirPublishers()
    {
        var rows = PublicVectors.All().Where(row => row.TrustedPublisher is not null).ToArray();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.All(row.Attestations(), attestation =>
        {
            var identity = Verify(attestation, row, PublicVectors.Root(row.Instance)).Identity;
            Assert.Null(identity.Mismatch(row.TrustedPublisher!));
            Assert.NotNull(identity.Mismatch(row.TrustedPublisher! with { Repository = "other" }));
            Assert.NotNull(identity.Mismatch(row.TrustedPublisher! with { Workflow = "other.yml" }));
        }));
    }

    [Fact]
    public void OfOneInstanceAreNotTrustedByAnother() => Assert.All(PublicVectors.All(), row =>
        Assert.NotNull(Complaint(row, PublicVectors.Root(row.Instance == "staging" ? "production" : "staging"))));

    /// <summary>Changes every value of an attestation, one at a time.</summary>
    [Fact]
    public void FailVerificationIfAnyPartIsChanged()
    {
        var rows = PublicVectors.All().Where(row => row.Accepted && row.File.EndsWith(".attestation", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.All(ChangedAttestations.Of(row.Attestations()[0].ToJson()), changed =>
            Assert.Throws<AttestationException>(() => Verify(Attestation.Parse(changed.Json), row, PublicVectors.Root(row.Instance)))));
    }

    [Fact]
    public void RoundTrip() => Assert.All(PublicVectors.All().Where(row => row.File.EndsWith(".attestation", StringComparison.Ordinal)), row =>
    {
        var text = row.Text;
        var read = Assert.Single(Attestation.ParseProvenance($$"""{"version":1,"attestation_bundles":[{"attestations":[{{text}}]}]}"""));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(read.ToJson())), row.File);
    });

    private static string? Complaint(Row row, TrustedRoot root)
    {
        try
        {
            Assert.All(row.Attestations(), attestation => Verify(attestation, row, root));
            return null;
        }
        catch (Exception exception) when (exception is AttestationException || exception is Xunit.Sdk.AllException)
        {
            return exception.Message;
        }
    }

    /// <summary>The digest is taken from the statement, because not all distributions are available.</summary>
    private static VerifiedAttestation Verify(Attestation attestation, Row row, TrustedRoot root) =>
        new AttestationVerifier(root).Verify(attestation, row.Distribution, Digest(attestation));

    private static string Digest(Attestation attestation)
    {
        try
        {
            return JsonNode.Parse(attestation.Statement.Span)!["subject"]![0]!["digest"]!["sha256"]!.GetValue<string>();
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or NullReferenceException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return "";
        }
    }
}

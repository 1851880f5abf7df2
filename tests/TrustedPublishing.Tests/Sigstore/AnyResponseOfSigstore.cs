using System.Formats.Asn1;
using System.Net;
using System.Text;
using CsCheck;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>Whatever the services return and whatever is stored next to a file is either parsed or rejected properly.</summary>
public sealed class AnyResponseOfSigstore : IAsyncLifetime
{
    private ReleaseBench bench = null!;
    private Attestation attestation = null!;
    private string file = "";
    private string digest = "";

    public async ValueTask InitializeAsync()
    {
        bench = await AttestingARelease.StartAsync();
        bench.AddWheels(1);
        await bench.PublishAsync(TestContext.Current.CancellationToken);
        var received = bench.Index.Files.Single();
        (attestation, file, digest) = (Attestation.ParseProvenance(received.Provenance!).Single(), received.FileName, received.Sha256);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    /// <summary>The fixture is valid; otherwise the other tests would prove nothing.</summary>
    [Fact]
    public void AnIntactAttestationIsAccepted() => Assert.Equal(bench.Index.Sigstore.TrustedRoot.Logs[0].Id, Verify(attestation.ToJson()).Id);

    [Fact]
    public void AnAttestationWithAnyPartChangedIsRejected() => Assert.All(ChangedAttestations.Of(attestation.ToJson()), changed =>
        Assert.Throws<AttestationException>(() => Verify(changed.Json)));

    [Fact]
    public void AnAttestationWithAnyBytesDamagedIsRejectedOrEquivalent()
    {
        var text = attestation.ToJson();
        Damaged(Encoding.UTF8.GetBytes(text)).Sample(bytes => Refused(() =>
        {
            var read = Attestation.Parse(Encoding.UTF8.GetString(bytes));
            Verify(read.ToJson());
            Assert.True(read.IsSameAs(attestation));
        }), iter: 150);
    }

    [Fact]
    public void ACertificateWithAnyBytesDamagedIsRejected()
    {
        Damaged(attestation.Certificate.ToArray()).Sample(bytes => Refused(() =>
        {
            using var leaf = LeafCertificate.Read(bytes);
            _ = leaf.Identity();
            CertificateCheck.Check(leaf, attestation.LoggedAt, bench.Index.Sigstore.TrustedRoot);
            Assert.Fail("a certificate with other bytes is believed");
        }), iter: 150);
    }

    [Fact]
    public void ArbitraryTextIsNeitherAnAttestationNorATrustedRoot() => Gen.OneOf(Gen.String, Json).Sample(text =>
    {
        Refused(() => Attestation.Parse(text));
        Refused(() => Attestation.ParseProvenance(text));
        Assert.Throws<FormatException>(() => TrustedRoot.Parse(text));
    });

    [Fact]
    public void ArbitraryTextIsNotAResponse() => Gen.OneOf(Gen.String, Json).Sample(text =>
    {
        Assert.Null(FulcioProtocol.Read(new(HttpStatusCode.OK, text)));
        Assert.Null(RekorProtocol.Read(new(HttpStatusCode.Created, text)));
    });

    [Fact]
    public void ArbitraryTextIsParsedAsACheckpointOrRejected()
    {
        var text = attestation.Entry.InclusionProof.Checkpoint.Envelope;
        var log = bench.Index.Sigstore.TrustedRoot.Logs[0];
        Assert.True(Checkpoint.Read(text)!.IsSignedBy(log));
        Damaged(Encoding.UTF8.GetBytes(text)).Sample(bytes =>
        {
            var damaged = Encoding.UTF8.GetString(bytes);
            Assert.False(damaged.Split("\n\n")[0] != text.Split("\n\n")[0] && Checkpoint.Read(damaged) is { } read && read.IsSignedBy(log));
        });
        Gen.String.Sample(any => Checkpoint.Read(any) is null);
    }

    [Fact]
    public void ArbitraryBytesAreParsedAsATimestampOrRejected()
    {
        using var leaf = LeafCertificate.Read(attestation.Certificate.Span);
        var list = AsnDecoder.ReadOctetString(leaf.Certificate.Extensions[SignedCertificateTimestamp.Oid]!.RawData, AsnEncodingRules.DER, out _);
        Assert.NotNull(SignedCertificateTimestamp.Read(list));
        Gen.OneOf(Damaged(list), Gen.Byte.Array).Sample(bytes => _ = SignedCertificateTimestamp.Read(bytes));
        Assert.All(Enumerable.Range(0, list.Length), length => Assert.Null(SignedCertificateTimestamp.Read(list.AsSpan(0, length))));
    }

    private static Gen<string> Json => Gen.OneOf(
        "null", "[]", "{}", "1", "[null]", """{"a":null}""", """{"version":1}""", """{"version":1,"version":1}""", """{"signedCertificateEmbeddedSct":null}""",
        """{"signedCertificateEmbeddedSct":{"chain":{"certificates":[]}}}""", """{"signedCertificateEmbeddedSct":{"chain":{"certificates":["x"]}}}""",
        """{"a":{"body":"","integratedTime":-1,"logID":"","logIndex":0,"verification":{"signedEntryTimestamp":"","inclusionProof":{"logIndex":0,"treeSize":0,"rootHash":"x","hashes":[],"checkpoint":""}}}}""",
        """{"version":1,"attestation_bundles":[{"attestations":[null]}]}""", """{"version":1,"attestation_bundles":[{"attestations":[{}]}]}""",
        """{"tlogs":[null],"ctlogs":[],"certificateAuthorities":[]}""", """{"tlogs":[],"ctlogs":[],"certificateAuthorities":[null]}""",
        """{"tlogs":[],"ctlogs":[],"certificateAuthorities":[{"uri":"","certChain":{"certificates":[null]},"validFor":{}}]}""",
        """{"version":1,"attestation_bundles":[null]}""", """{"signedCertificateEmbeddedSct":{"chain":{"certificates":[null]}}}""",
        """{"version":1,"verification_material":{"certificate":"","transparency_entries":[null]},"envelope":{"statement":"","signature":""}}""",
        """{"tlogs":[{}],"ctlogs":[],"certificateAuthorities":[]}""", """{"tlogs":[],"ctlogs":[],"certificateAuthorities":[{"uri":"","certChain":{"certificates":[]},"validFor":{}}]}""");

    private static Gen<byte[]> Damaged(byte[] whole) => Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte[1, 255], Gen.Int[0, 20]).Select((place, bits, cut) =>
    {
        var bytes = cut == 0 ? whole[..place] : (byte[])whole.Clone();
        if (place < bytes.Length)
        {
            bytes[place] ^= bits;
        }

        return bytes;
    });

    /// <summary>Accepting it is fine; the only allowed exceptions are proper rejections.</summary>
    private static void Refused(Action read)
    {
        try
        {
            read();
        }
        catch (AttestationException)
        {
            // a proper rejection
        }
    }

    private (byte[] Id, VerifiedAttestation Verified) Verify(string json)
    {
        var read = Attestation.Parse(json);
        return (read.Entry.LogId.KeyId, new AttestationVerifier(bench.Index.Sigstore.TrustedRoot).Verify(read, file, digest));
    }
}

using System.Buffers.Binary;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>The list inside a certificate (RFC 6962, section 3.3), of which exactly one timestamp is read.</summary>
public sealed class TimestampsOfACertificateLog
{
    private static readonly byte[] Id = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];

    [Fact]
    public void AreReadFieldByField()
    {
        var timestamp = SignedCertificateTimestamp.Read(Sized(Sized(Item(extensions: [7, 7]))))!;

        Assert.Equal(0x0102030405060708UL, timestamp.Milliseconds);
        Assert.Equal([Id, [7, 7], [5, 6]], new[] { timestamp.LogId, timestamp.Extensions, timestamp.Signature });
    }

    public static TheoryData<string, byte[]> Others => new()
    {
        { "nothing", [] },
        { "an empty list", Sized([]) },
        { "an empty timestamp", Sized(Sized([])) },
        { "two timestamps", Sized([.. Sized(Item()), .. Sized(Item())]) },
        { "bytes behind the list", [.. Sized(Sized(Item())), 0] },
        { "bytes behind the timestamp", Sized([.. Sized(Item()), 0]) },
        { "bytes behind the signature", Sized(Sized([.. Item(), 0])) },
        { "a list that is cut off", Sized(Sized(Item()))[..^1] },
        { "a timestamp that is cut off", Sized(Sized(Item())[..^1]) },
        { "another version", Sized(Sized(Item(version: 1))) },
        { "another hash", Sized(Sized(Item(hash: 5))) },
        { "another signature", Sized(Sized(Item(signature: 1))) },
        { "extensions that are cut off", Sized(Sized([.. Item()[..41], 0, 9, 1])) },
        { "no extensions", Sized(Sized(Item()[..41])) },
        { "no algorithm", Sized(Sized(Item()[..43])) },
        { "half an algorithm", Sized(Sized(Item()[..44])) },
        { "no signature", Sized(Sized(Item()[..45])) },
        { "a short log ID", Sized(Sized(Item()[..40])) },
    };

    [Theory, MemberData(nameof(Others))]
    public void AreNotReadFrom(string what, byte[] list) => Assert.True(SignedCertificateTimestamp.Read(list) is null, what);

    [Fact]
    public void SignTheCertificateBeforeTheyWereInIt()
    {
        var body = new byte[0x010203];
        var signed = new SignedCertificateTimestamp(Id, 0x0102030405060708, [9, 9, 9], []).Signed(body, Id);

        Assert.Equal([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, .. Id, 1, 2, 3], signed[..47]);
        Assert.Equal([0, 3, 9, 9, 9], signed[(47 + body.Length)..]);
    }

    [Fact]
    public void AreMissedInACertificateThatHasNone()
    {
        using var leaf = TestCertificates.Leaf();

        Assert.Contains("none that can be read", Assert.Throws<AttestationException>(() => SignedCertificateTimestamp.FromCertificate(leaf.Certificate)).Message, StringComparison.Ordinal);
    }

    private static byte[] Item(byte version = 0, byte hash = 4, byte signature = 3, byte[]? extensions = null) =>
        [version, .. Id, 1, 2, 3, 4, 5, 6, 7, 8, .. Sized(extensions ?? []), hash, signature, .. Sized([5, 6])];

    private static byte[] Sized(byte[] content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)content.Length);
        return [.. length, .. content];
    }
}

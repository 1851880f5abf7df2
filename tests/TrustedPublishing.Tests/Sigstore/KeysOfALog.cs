using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>The keys of a log, and the small forms in which a log writes.</summary>
public sealed class KeysOfALog
{
    private static readonly byte[] Data = [1, 2, 3];

    [Fact]
    public void VerifyWhatTheySigned()
    {
        using var elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        var (signature, rsaSignature) = (elliptic.SignData(Data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence), rsa.SignData(Data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var (key, rsaKey) = (elliptic.ExportSubjectPublicKeyInfo(), rsa.ExportSubjectPublicKeyInfo());

        Assert.True(Log("PKIX_ECDSA_P256_SHA_256", key).Verify(Data, signature));
        Assert.True(Log("PKIX_RSA_PKCS1V15_2048_SHA256", rsaKey).Verify(Data, rsaSignature));
        Assert.True(Log("PKCS1_RSA_PKCS1V5", rsa.ExportRSAPublicKey()).Verify(Data, rsaSignature));
        Assert.False(Log("PKIX_ECDSA_P256_SHA_256", key).Verify([1, 2], signature));
        Assert.False(Log("PKIX_RSA_PKCS1V15_2048_SHA256", rsaKey).Verify([1, 2], rsaSignature));
        Assert.False(Log("PKIX_ED25519", key).Verify(Data, signature));
        Assert.False(Log("PKIX_ED25519", rsaKey).Verify(Data, rsaSignature));
        Assert.False(Log("PKIX_ECDSA_P256_SHA_256", [1]).Verify(Data, signature));
        Assert.False(Log("PKIX_RSA_PKCS1V15_2048_SHA256", [1]).Verify(Data, rsaSignature));
    }

    [Theory]
    [InlineData(null, null, 0, false)]
    [InlineData(5, null, 4, false)]
    [InlineData(5, null, 5, true)]
    [InlineData(5, null, 9, true)]
    [InlineData(5, 7, 7, true)]
    [InlineData(5, 7, 8, false)]
    [InlineData(null, 7, 6, false)]
    public void AreInUseForAPeriod(int? start, int? end, int time, bool isIn)
    {
        var window = new WindowObject { Start = Seconds(start), End = Seconds(end) };

        Assert.Equal((isIn, isIn, false), (window.Contains(Seconds(time)!.Value), Log("", [], window).Is([7], Seconds(time)!.Value), Log("", [], window).Is([8], Seconds(time)!.Value)));
    }

    [Theory]
    [InlineData("https://rekor.example.com/path", "rekor.example.com")]
    [InlineData("rekor", "rekor")]
    public void AreNamedAfterTheHostOfTheirLog(string address, string host) =>
        Assert.Equal(host, TrustedLog.FromJson(new(address, new([], "", new()), new([]))).Host);

    [Theory]
    [InlineData("\"AQI=\"", "0102")]
    [InlineData("\"\"", "")]
    [InlineData("\"AQI\"", null)]
    [InlineData("\"AQJ=\"", null)] // bits that no byte has
    [InlineData("\" AQI=\"", null)]
    [InlineData("\"AQI=\\n\"", null)]
    [InlineData("\"A_-=\"", null)]
    [InlineData("null", null)]
    [InlineData("1", null)]
    public void AreWrittenAsStrictBase64(string json, string? expected)
    {
        var read = Try(() => JsonSerializer.Deserialize($$"""{"keyId":{{json}}}""", ProvenanceJson.Default.LogId)!);

        Assert.Equal(expected, read is null ? null : Convert.ToHexString(read.KeyId));
        Assert.True(read is null || JsonSerializer.Serialize(read, ProvenanceJson.Default.LogId) == $$"""{"keyId":{{json}}}""");
    }

    [Theory]
    [InlineData("\"0\"", 0L)]
    [InlineData("\"9223372036854775807\"", long.MaxValue)]
    [InlineData("\"9223372036854775808\"", null)]
    [InlineData("\"-1\"", null)]
    [InlineData("\" 1\"", null)]
    [InlineData("\"1.0\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("1", null)]
    [InlineData("null", null)]
    public void AreCountedInDigits(string json, long? expected)
    {
        var text = $$$"""{"logIndex":{{{json}}},"rootHash":"","treeSize":"1","hashes":[],"checkpoint":{"envelope":""}}""";
        var read = Try(() => JsonSerializer.Deserialize(text, ProvenanceJson.Default.InclusionProof)!);

        Assert.Equal(expected, read?.LogIndex);
        Assert.True(read is null || JsonSerializer.Serialize(read, ProvenanceJson.Default.InclusionProof) == text);
    }

    [Theory]
    [InlineData("log\n2\nAQI=\n\n\u2014 log AAAAAQE=\n", 2, 1)]
    [InlineData("log\n2\nAQI=\nmore\nlines\n\n\u2014 log AAAAAQE=\n\u2014 witness AAAAAQE=\n", 2, 2)]
    [InlineData("log\n0\nAQI=\n\n", 0, 0)]
    [InlineData("log\n2\nAQI=\n", null, 0)] // no blank line
    [InlineData("\n2\nAQI=\n\n", null, 0)] // no origin
    [InlineData("log\n-2\nAQI=\n\n", null, 0)]
    [InlineData("log\n+2\nAQI=\n\n", null, 0)]
    [InlineData("log\ntwo\nAQI=\n\n", null, 0)]
    [InlineData("log\n2\nAQI\n\n", null, 0)]
    [InlineData("log\n2\n\n", null, 0)]
    [InlineData("log\n2\nAQI=\n\n- log AAAAAQE=\n", null, 0)]
    [InlineData("log\n2\nAQI=\n\n\u2014  AAAAAQE=\n", null, 0)]
    [InlineData("log\n2\nAQI=\n\n\u2014 log AAAAAA==\n", null, 0)] // a key's hint alone
    [InlineData("log\n2\nAQI=\n\n\u2014 log AAAA AQE=\n", null, 0)]
    [InlineData("log\n2\nAQI=\n\n\u2014 log ?\n", null, 0)]
    public void SignCheckpoints(string text, int? size, int signatures)
    {
        var checkpoint = Checkpoint.Read(text);

        Assert.Equal(size, (int?)checkpoint?.Size);
        Assert.Equal(signatures, checkpoint?.Signatures.Count ?? 0);
        Assert.Equal(size is null ? "" : text[..(text.IndexOf("\n\n", StringComparison.Ordinal) + 1)], Encoding.UTF8.GetString(checkpoint?.Note ?? []));
        Assert.All(checkpoint?.Signatures ?? [], signature => Assert.Equal(("00000001", "01"), (Convert.ToHexString(signature.KeyHint), Convert.ToHexString(signature.Value))));
    }

    private static TrustedLog Log(string kind, byte[] key, WindowObject? window = null) => new("log", [7], key, kind, window ?? new());

    private static DateTimeOffset? Seconds(int? seconds) => seconds is { } value ? DateTimeOffset.UnixEpoch.AddSeconds(value) : null;

    private static T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

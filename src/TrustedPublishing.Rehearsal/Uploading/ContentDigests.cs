using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>The digests of a file, computed while it arrives.</summary>
internal sealed class ContentDigests : IDisposable
{
    private readonly IncrementalHash md5 = CreateMd5();
    private readonly IncrementalHash sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Blake2b blake2 = new();

    /// <summary>Adds bytes, which must not change until the task completes.</summary>
    public async Task AppendAsync(ReadOnlyMemory<byte> bytes)
    {
        var hashing = Task.Run(() => blake2.Append(bytes.Span), CancellationToken.None);
        md5.AppendData(bytes.Span);
        sha256.AppendData(bytes.Span);
        await hashing;
    }

    public string Md5() => Convert.ToHexStringLower(md5.GetHashAndReset());

    public string Sha256() => Convert.ToHexStringLower(sha256.GetHashAndReset());

    public string Blake2() => blake2.Finish();

    public void Dispose()
    {
        md5.Dispose();
        sha256.Dispose();
    }

    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The protocol has a field for it; nothing is protected by it.")]
    private static IncrementalHash CreateMd5() => IncrementalHash.CreateHash(HashAlgorithmName.MD5);
}

using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace TrustedPublishing.Distributions;

/// <summary>
/// The digests of a file in lower-case hexadecimal digits, computed while the next block is being read: constant memory for any size.
/// </summary>
/// <param name="Sha256">64 digits.</param>
/// <param name="Size">The number of bytes that they were computed from.</param>
/// <param name="Md5">32 digits; null if it was not requested.</param>
/// <param name="Blake2">BLAKE2b-256 (RFC 7693), 64 digits; null if it was not requested.</param>
internal sealed record FileDigests(string Sha256, long Size, string? Md5, string? Blake2)
{
    private const int PieceSize = 512 * 1024;

    /// <summary>Reads the file once. Computing all digests takes several times as long as SHA-256 alone, so only those that an index may need are computed.</summary>
    public static async Task<FileDigests> ComputeAsync(SafeFileHandle file, bool all, CancellationToken cancellationToken)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var md5 = all ? IncrementalHash.CreateHash(HashAlgorithmName.MD5) : null;
        var blake2 = all ? new Blake2b() : null;
        var size = await ReadAsync(file, (piece, count) =>
        {
            var other = blake2 is null ? Task.CompletedTask : Task.Run(() => blake2.Append(piece.AsSpan(0, count)), CancellationToken.None);
            sha256.AppendData(piece, 0, count);
            md5?.AppendData(piece, 0, count);
            return other;
        }, cancellationToken);
        return new(Text(sha256.GetHashAndReset())!, size, Text(md5?.GetHashAndReset()), blake2?.Finish());
    }

    private static async Task<long> ReadAsync(SafeFileHandle file, Func<byte[], int, Task> take, CancellationToken cancellationToken)
    {
        var (current, next) = (ArrayPool<byte>.Shared.Rent(PieceSize), ArrayPool<byte>.Shared.Rent(PieceSize));
        try
        {
            var size = 0L;
            var count = await RandomAccess.ReadAsync(file, current, 0, cancellationToken);
            while (count > 0)
            {
                size += count;
                var reading = RandomAccess.ReadAsync(file, next, size, cancellationToken);
                await take(current, count);
                count = await reading;
                (current, next) = (next, current);
            }

            return size;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(current);
            ArrayPool<byte>.Shared.Return(next);
        }
    }

    private static string? Text(byte[]? digest) => digest is null ? null : Convert.ToHexStringLower(digest);
}

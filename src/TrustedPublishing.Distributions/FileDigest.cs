using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace TrustedPublishing.Distributions;

/// <summary>The SHA-256 of a file, computed while the next piece of it is being read: constant memory for any size.</summary>
internal static class FileDigest
{
    private const int PieceSize = 512 * 1024;

    /// <summary>The digest as 64 lower-case hexadecimal digits, and the number of bytes it was computed from.</summary>
    public static async Task<(string Sha256, long Size)> ComputeAsync(SafeFileHandle file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (current, next) = (ArrayPool<byte>.Shared.Rent(PieceSize), ArrayPool<byte>.Shared.Rent(PieceSize));
        try
        {
            var size = 0L;
            var count = await RandomAccess.ReadAsync(file, current, 0, cancellationToken);
            while (count > 0)
            {
                size += count;
                var reading = RandomAccess.ReadAsync(file, next, size, cancellationToken);
                hash.AppendData(current, 0, count);
                count = await reading;
                (current, next) = (next, current);
            }

            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(current);
            ArrayPool<byte>.Shared.Return(next);
        }
    }
}

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
        byte[][] pieces = [new byte[PieceSize], new byte[PieceSize]];
        var size = 0L;
        var current = 0;
        var count = await RandomAccess.ReadAsync(file, pieces[current], 0, cancellationToken);
        while (count > 0)
        {
            size += count;
            var next = RandomAccess.ReadAsync(file, pieces[1 - current], size, cancellationToken);
            hash.AppendData(pieces[current], 0, count);
            count = await next;
            current = 1 - current;
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }
}

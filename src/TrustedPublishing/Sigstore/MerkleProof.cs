using System.Numerics;
using System.Security.Cryptography;

namespace TrustedPublishing.Sigstore;

/// <summary>Computes the root of an inclusion proof (RFC 6962, section 2.1.1).</summary>
internal static class MerkleProof
{
    /// <summary>The root hash, or null if the proof's length does not match index and size.</summary>
    public static byte[]? Root(ReadOnlySpan<byte> entry, long index, long size, IReadOnlyList<byte[]> hashes)
    {
        if (index < 0 || index >= size || hashes.Any(hash => hash.Length != SHA256.HashSizeInBytes))
        {
            return null;
        }

        var inner = 64 - BitOperations.LeadingZeroCount((ulong)(index ^ (size - 1)));
        var border = inner == 64 ? 0 : BitOperations.PopCount((ulong)index >> inner);
        if (hashes.Count != inner + border)
        {
            return null;
        }

        var node = Leaf(entry);
        for (var level = 0; level < hashes.Count; level++)
        {
            var isLeft = level < inner && (((ulong)index >> level) & 1) == 0;
            node = isLeft ? Node(node, hashes[level]) : Node(hashes[level], node);
        }

        return node;
    }

    private static byte[] Leaf(ReadOnlySpan<byte> entry) => SHA256.HashData([0, .. entry]);

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}

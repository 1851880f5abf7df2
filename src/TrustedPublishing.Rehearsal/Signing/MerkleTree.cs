using System.Security.Cryptography;

namespace TrustedPublishing.Rehearsal.Signing;

/// <summary>The tree of a transparency log (RFC 6962, section 2.1), implemented by the recursive definition.</summary>
internal sealed class MerkleTree
{
    private readonly List<byte[]> leaves = [];

    public int Size => leaves.Count;

    public byte[] Root => RootOf(0, leaves.Count);

    public static byte[] Leaf(byte[] entry) => SHA256.HashData([0, .. entry]);

    /// <summary>Appends an entry and returns its index.</summary>
    public int Add(byte[] entry)
    {
        leaves.Add(Leaf(entry));
        return leaves.Count - 1;
    }

    /// <summary>The hashes on the path from an entry to the root, bottom-up.</summary>
    public IReadOnlyList<byte[]> Proof(int index) => Proof(index, 0, leaves.Count);

    private List<byte[]> Proof(int index, int start, int count)
    {
        if (count <= 1)
        {
            return [];
        }

        var half = Half(count);
        return index < half
            ? [.. Proof(index, start, half), RootOf(start + half, count - half)]
            : [.. Proof(index - half, start + half, count - half), RootOf(start, half)];
    }

    private byte[] RootOf(int start, int count) => count switch
    {
        0 => SHA256.HashData([]),
        1 => leaves[start],
        _ => SHA256.HashData([1, .. RootOf(start, Half(count)), .. RootOf(start + Half(count), count - Half(count))]),
    };

    /// <summary>The largest power of two below <paramref name="count"/>.</summary>
    private static int Half(int count)
    {
        var half = 1;
        while (half * 2 < count)
        {
            half *= 2;
        }

        return half;
    }
}

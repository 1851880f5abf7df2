using System.Security.Cryptography;
using CsCheck;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>Inclusion proofs, compared with the recursive definition (RFC 6962, section 2.1).</summary>
public sealed class AnyProof
{
    private static readonly Gen<(int Index, int Size)> Places = Gen.Int[1, 200].SelectMany(size => Gen.Int[0, size - 1].Select(index => (index, size)));

    [Fact]
    public void LeadsToTheRoot() => Places.Sample(place =>
        Assert.Equal(RootOf(0, place.Size), MerkleProof.Root(Entry(place.Index), place.Index, place.Size, ProofOf(place.Index, 0, place.Size))));

    [Fact]
    public void LeadsElsewhereForAnotherEntry() => Places.Sample(place =>
        Assert.NotEqual(RootOf(0, place.Size), MerkleProof.Root(Entry(place.Index + 1), place.Index, place.Size, ProofOf(place.Index, 0, place.Size))));

    /// <summary>In the same tree: trees of two sizes can have a path in common, for example (79, 97) and (271, 298), which is why the size is signed.</summary>
    [Fact]
    public void LeadsElsewhereForAnotherIndex() => Places.SelectMany(place => Gen.Int[0, place.Size - 1].Select(other => (place, other))).Where(all => all.other != all.place.Index).Sample(all =>
    {
        var root = MerkleProof.Root(Entry(all.place.Index), all.other, all.place.Size, ProofOf(all.place.Index, 0, all.place.Size));
        Assert.False(root is not null && root.AsSpan().SequenceEqual(RootOf(0, all.place.Size)));
    });

    /// <summary>With as many hashes as the index would need in such a tree.</summary>
    [Theory]
    [InlineData(-1, 1, 64)]
    [InlineData(1, 1, 1)]
    [InlineData(0, 0, 64)]
    [InlineData(long.MaxValue, long.MaxValue, 63)]
    [InlineData(0, long.MinValue, 63)]
    public void ForAnImpossibleIndexIsInvalid(long index, long size, int hashes) =>
        Assert.Null(MerkleProof.Root(Entry(0), index, size, [.. Enumerable.Repeat(new byte[32], hashes)]));

    [Theory]
    [InlineData(31, 32)]
    [InlineData(32, 33)]
    public void WithAHashOfAnotherLengthIsInvalid(int first, int second) => Assert.Null(MerkleProof.Root(Entry(0), 0, 3, [new byte[first], new byte[second]]));

    [Fact]
    public void ForTheLargestTreeIsAccepted() => Assert.NotNull(MerkleProof.Root(Entry(0), long.MaxValue - 1, long.MaxValue, [.. Enumerable.Repeat(new byte[32], 62)]));

    private static byte[] Entry(int index) => BitConverter.GetBytes(index);

    private static byte[] RootOf(int start, int count) => count == 1
        ? SHA256.HashData([0, .. Entry(start)])
        : SHA256.HashData([1, .. RootOf(start, Half(count)), .. RootOf(start + Half(count), count - Half(count))]);

    private static List<byte[]> ProofOf(int index, int start, int count) => count == 1 ? []
        : index < Half(count) ? [.. ProofOf(index, start, Half(count)), RootOf(start + Half(count), count - Half(count))]
        : [.. ProofOf(index - Half(count), start + Half(count), count - Half(count)), RootOf(start, Half(count))];

    private static int Half(int count) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count) / 2;
}

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

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(0, long.MinValue)]
    public void ForAnImpossibleIndexIsInvalid(long index, long size) => Assert.Null(MerkleProof.Root(Entry(0), index, size, []));

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

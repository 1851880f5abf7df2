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

    [Fact]
    public void LeadsElsewhereForAnotherIndex() => Gen.Select(Places, Gen.Int[0, 300], Gen.Int[0, 300]).Where(all => (all.Item2, all.Item3) != all.Item1 && all.Item2 != all.Item1.Index).Sample(all =>
    {
        var root = MerkleProof.Root(Entry(all.Item1.Index), all.Item2, all.Item3, ProofOf(all.Item1.Index, 0, all.Item1.Size));
        Assert.False(root is not null && root.AsSpan().SequenceEqual(RootOf(0, all.Item1.Size)));
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

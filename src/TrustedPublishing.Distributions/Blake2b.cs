using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TrustedPublishing.Distributions;

/// <summary>
/// BLAKE2b with a 256-bit digest and no key (RFC 7693), which .NET lacks: indexes other than PyPI may require it, and PyPI's file addresses
/// contain it. Four words at a time are processed as a vector.
/// </summary>
internal sealed class Blake2b
{
    private const int BlockSize = 128;
    private const int DigestSize = 32;

    private static readonly ulong[] Start =
    [
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
        0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
    ];

    private static readonly byte[] Order =
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3,
        11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4,
        7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8,
        9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13,
        2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9,
        12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11,
        13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10,
        6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5,
        10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3,
    ];

    private readonly ulong[] hash = [Start[0] ^ 0x01010000 ^ DigestSize, .. Start[1..]];
    private readonly byte[] block = new byte[BlockSize];
    private ulong length;
    private int filled;

    /// <summary>Adds data. A full block is held back until more data follows, because the last block is treated differently.</summary>
    public void Append(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            if (filled == BlockSize)
            {
                length += BlockSize;
                Compress(block, isLast: false);
                filled = 0;
            }

            while (filled == 0 && data.Length > BlockSize)
            {
                length += BlockSize;
                Compress(data[..BlockSize], isLast: false);
                data = data[BlockSize..];
            }

            var taken = Math.Min(BlockSize - filled, data.Length);
            data[..taken].CopyTo(block.AsSpan(filled));
            filled += taken;
            data = data[taken..];
        }
    }

    /// <summary>The digest as lower-case hexadecimal digits. No data can be added afterwards.</summary>
    public string Finish()
    {
        length += (ulong)filled;
        block.AsSpan(filled).Clear();
        Compress(block, isLast: true);
        Span<byte> digest = stackalloc byte[DigestSize];
        for (var word = 0; word < DigestSize / 8; word++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(digest[(8 * word)..], hash[word]);
        }

        return Convert.ToHexStringLower(digest);
    }

    private void Compress(ReadOnlySpan<byte> data, bool isLast)
    {
        Span<ulong> message = stackalloc ulong[16];
        for (var word = 0; word < 16; word++)
        {
            message[word] = BinaryPrimitives.ReadUInt64LittleEndian(data[(8 * word)..]);
        }

        var (upper, lower) = (Vector256.Create<ulong>(hash), Vector256.Create<ulong>(hash.AsSpan(4)));
        var (a, b, c) = (upper, lower, Vector256.Create<ulong>(Start));
        var d = Vector256.Create<ulong>(Start.AsSpan(4)) ^ Vector256.Create(length, 0UL, isLast ? ulong.MaxValue : 0, 0);
        for (var round = 0; round < 12; round++)
        {
            var order = Order.AsSpan(16 * round, 16);
            Mix(ref a, ref b, ref c, ref d, Words(message, order, 0), Words(message, order, 1));
            (b, c, d) = (RotateLanes1(b), RotateLanes2(c), RotateLanes3(d));
            Mix(ref a, ref b, ref c, ref d, Words(message, order, 8), Words(message, order, 9));
            (b, c, d) = (RotateLanes3(b), RotateLanes2(c), RotateLanes1(d));
        }

        (upper ^ a ^ c).CopyTo(hash);
        (lower ^ b ^ d).CopyTo(hash, 4);
    }

    /// <summary>Every second message word in the order of the round, four in total.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Words(ReadOnlySpan<ulong> message, ReadOnlySpan<byte> order, int first) =>
        Vector256.Create(message[order[first]], message[order[first + 2]], message[order[first + 4]], message[order[first + 6]]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(ref Vector256<ulong> a, ref Vector256<ulong> b, ref Vector256<ulong> c, ref Vector256<ulong> d, Vector256<ulong> x, Vector256<ulong> y)
    {
        a += b + x;
        d = RotateRight(d ^ a, 32);
        c += d;
        b = RotateRight(b ^ c, 24);
        a += b + y;
        d = RotateRight(d ^ a, 16);
        c += d;
        b = RotateRight(b ^ c, 63);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> RotateRight(Vector256<ulong> words, int bits) => (words >>> bits) | (words << (64 - bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> RotateLanes1(Vector256<ulong> words) => Vector256.Shuffle(words, Vector256.Create(1UL, 2, 3, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> RotateLanes2(Vector256<ulong> words) => Vector256.Shuffle(words, Vector256.Create(2UL, 3, 0, 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> RotateLanes3(Vector256<ulong> words) => Vector256.Shuffle(words, Vector256.Create(3UL, 0, 1, 2));
}

namespace TrustedPublishing.Distributions.Archives;

/// <summary>Reads a stream in blocks of constant size.</summary>
internal static class Copy
{
    public delegate void Block(ReadOnlySpan<byte> block);

    public static void Blocks(Stream input, Block use)
    {
        // Always whole blocks: what deflate makes of its input can depend on how the input is cut.
        var buffer = new byte[81920];
        for (var read = -1; read != 0;)
        {
            read = input.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            use(buffer.AsSpan(0, read));
        }
    }
}

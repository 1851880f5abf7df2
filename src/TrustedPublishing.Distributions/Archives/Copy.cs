namespace TrustedPublishing.Distributions.Archives;

/// <summary>Reads a stream in blocks of a fixed size.</summary>
internal static class Copy
{
    public delegate void Block(ReadOnlySpan<byte> block);

    public static void Blocks(Stream input, Block use)
    {
        // Always full blocks: the output of deflate can depend on how its input is split.
        var buffer = new byte[81920];
        for (var read = -1; read != 0;)
        {
            read = input.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            use(buffer.AsSpan(0, read));
        }
    }
}

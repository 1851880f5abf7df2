namespace TrustedPublishing.Distributions.Binaries;

/// <summary>Recognises native binaries by their content, whatever their names.</summary>
internal static class BinaryFile
{
    /// <summary>The sizes of the shortest headers; a shorter file only starts in the same way.</summary>
    private const int ElfHeader = 52, MachOHeader = 28;

    /// <summary>Reads which systems can run a file; null for anything that is not a binary. The stream must be seekable.</summary>
    /// <exception cref="UnreadableBinaryException">It starts like a binary but cannot be parsed.</exception>
    public static NativeBinary? Read(Stream content)
    {
        var start = new byte[8];
        content.Position = 0;
        var count = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        try
        {
            return start.AsSpan(0, count) switch
            {
                [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] when content.Length >= ElfHeader => ElfReader.Read(content),
                [(byte)'M', (byte)'Z', ..] => PeReader.Read(content),
                [0xCE or 0xCF, 0xFA, 0xED, 0xFE, ..] or [0xFE, 0xED, 0xFA, 0xCE or 0xCF, ..] when content.Length >= MachOHeader => MachOReader.Read(content),
                // A Java class file starts in the same way; it has its version, at least 45, where a fat binary has its number of architectures.
                [0xCA, 0xFE, 0xBA, 0xBE or 0xBF, 0, 0, 0, > 0 and <= MachOReader.MostSlices] => MachOReader.ReadFat(content),
                _ => null,
            };
        }
        catch (EndOfStreamException end)
        {
            throw new UnreadableBinaryException("it ends before the data that its headers describe", end);
        }
    }
}

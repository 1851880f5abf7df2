namespace TrustedPublishing.Distributions.Binaries;

/// <summary>Recognises native binaries by their content, whatever their names say.</summary>
internal static class BinaryFile
{
    /// <summary>The shortest headers; what is shorter only begins alike.</summary>
    private const int ElfHeader = 52, MachOHeader = 28;

    /// <summary>Reads what a file says about the systems that run it; null for anything that is no binary. The stream must be seekable.</summary>
    /// <exception cref="UnreadableBinaryException">It begins like a binary and is none that can be read.</exception>
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
                // A Java class begins alike; where it has its version, of at least 45, a fat binary has the number of its architectures.
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

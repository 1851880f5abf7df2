namespace TrustedPublishing.Distributions.Binaries;

/// <summary>
/// Reads the parts of an ELF file that the dynamic loader uses (System V ABI, chapters 4 and 5): header, program headers, the dynamic section, and
/// the needed symbol versions it points to. Section headers are ignored, because a file runs without them.
/// </summary>
internal static class ElfReader
{
    private const int ProgramHeaders = 256, DynamicEntries = 64 * 1024;

    public static ElfBinary Read(Stream content)
    {
        var image = Header(content);
        var binary = new ElfBinary { Architecture = image.Architecture, OsAbi = image.OsAbi };
        if (image.Segments.FirstOrDefault(segment => segment.Type == ElfSegment.Interpreter) is { } interpreter)
        {
            binary = binary with { Interpreter = image.Text(interpreter.Offset, interpreter.FileSize) };
        }

        return image.Segments.FirstOrDefault(segment => segment.Type == ElfSegment.Dynamic) is { } dynamic ? WithDynamic(binary, image, dynamic) : binary;
    }

    private static ElfImage Header(Stream content)
    {
        var identification = new ElfImage(content, is64: false, isBigEndian: false).Bytes(0, 16);
        if (identification is not [_, _, _, _, 1 or 2, 1 or 2, ..])
        {
            throw new UnreadableBinaryException("its ELF header has an unknown class or byte order");
        }

        var (is64, osAbi) = (identification[4] == 2, identification[7]);
        var image = new ElfImage(content, is64, isBigEndian: identification[5] == 2) { OsAbi = osAbi };
        var header = image.Bytes(16, is64 ? 48 : 36);
        var (start, flags, entrySize, count) = is64
            ? (image.Word(header, 16), (uint)image.Number(header, 32, 4), image.Number(header, 38, 2), image.Number(header, 40, 2))
            : (image.Word(header, 12), (uint)image.Number(header, 20, 4), image.Number(header, 26, 2), image.Number(header, 28, 2));
        if (count > ProgramHeaders || (count > 0 && entrySize < (is64 ? 56UL : 32UL)))
        {
            throw new UnreadableBinaryException($"it declares {count} program headers of {entrySize} bytes");
        }

        image.Architecture = ElfArchitecture.TagOf((ushort)image.Number(header, 2, 2), is64, image.IsBigEndian, flags);
        image.Segments = [.. Enumerable.Range(0, (int)count).Select(index => Segment(image, start + (ulong)index * entrySize))];
        return image.Segments.Any(segment => segment.Type == ElfSegment.Load && !image.Has(segment)) ? throw new EndOfStreamException() : image;
    }

    private static ElfSegment Segment(ElfImage image, ulong offset)
    {
        var bytes = image.Bytes(offset, image.Is64 ? 56 : 32);
        return image.Is64
            ? new((uint)image.Number(bytes, 0, 4), image.Word(bytes, 8), image.Word(bytes, 16), image.Word(bytes, 32))
            : new((uint)image.Number(bytes, 0, 4), image.Word(bytes, 4), image.Word(bytes, 8), image.Word(bytes, 16));
    }

    private static ElfBinary WithDynamic(ElfBinary binary, ElfImage image, ElfSegment segment)
    {
        var entries = DynamicSection(image, segment);
        if (!entries.Exists(entry => entry.Tag == ElfTag.StringTable))
        {
            return binary;
        }

        var names = entries.Where(entry => entry.Tag is ElfTag.Needed or ElfTag.SoName).Select(entry => entry.Value);
        var versions = ElfVersions.Read(image, entries);
        var table = image.OffsetOf(entries.Find(entry => entry.Tag == ElfTag.StringTable).Value);
        var texts = image.Texts(table, [.. names, .. versions.SelectMany(version => version.Names)]);
        return binary with
        {
            Needed = [.. entries.Where(entry => entry.Tag == ElfTag.Needed).Select(entry => texts[entry.Value])],
            SoName = entries.Where(entry => entry.Tag == ElfTag.SoName).Select(entry => texts[entry.Value]).FirstOrDefault(),
            Versions = [.. versions.Select(need => new ElfVersionNeed(
                texts[need.Library], texts[need.Version], need.Symbol is { } symbol ? texts[symbol] : null))],
        };
    }

    private static List<(ElfTag Tag, ulong Value)> DynamicSection(ElfImage image, ElfSegment segment)
    {
        var size = image.Is64 ? 16 : 8;
        var count = Math.Min(segment.FileSize / (ulong)size, DynamicEntries);
        var bytes = image.Bytes(segment.Offset, (int)count * size);
        var entries = new List<(ElfTag, ulong)>();
        for (var at = 0; at < bytes.Length && image.Word(bytes, at) != 0; at += size)
        {
            entries.Add(((ElfTag)image.Word(bytes, at), image.Word(bytes, at + size / 2)));
        }

        return entries;
    }

}

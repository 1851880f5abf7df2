namespace TrustedPublishing.Distributions.Archives;

/// <summary>The members of a ZIP archive according to its central directory, as read by Python's <c>zipfile</c>, PyPI and pip.</summary>
internal sealed class ZipDirectory
{
    private readonly Dictionary<string, ZipEntry> byName = new(StringComparer.Ordinal);
    private readonly List<ZipEntry> entries = [];

    private ZipDirectory()
    {
    }

    /// <summary>All members in the order of the central directory.</summary>
    public IReadOnlyList<ZipEntry> Entries => entries;

    /// <summary>Reads the central directory.</summary>
    /// <exception cref="UnacceptableArchiveException">It is damaged.</exception>
    /// <exception cref="UnjudgedArchiveException">It is larger than <see cref="ArchiveLimits.CentralDirectory"/>.</exception>
    public static ZipDirectory Read(ArchiveBytes archive, ZipEnd end)
    {
        if (end.DirectoryStart < 0)
        {
            throw ArchiveFindings.Unreadable("Bad offset for central directory");
        }

        if (end.DirectorySize > ArchiveLimits.CentralDirectory)
        {
            throw new UnjudgedArchiveException(
                $"its central directory has {end.DirectorySize} bytes, and no more than {ArchiveLimits.CentralDirectory} are read");
        }

        var directory = new ZipDirectory();
        directory.ReadRecords(archive, (long)end.DirectoryStart, (long)(end.DirectoryStart + end.DirectorySize), end.Shift);
        directory.SetEnds(end.DirectoryStart);
        return directory;
    }

    /// <summary>The member with a name; if there are several, the last one, which is the one installers use. Null if there is none.</summary>
    public ZipEntry? Find(string name) => byName.GetValueOrDefault(name);

    private void ReadRecords(ArchiveBytes archive, long position, long end, Int128 shift)
    {
        while (position < end)
        {
            if (end - position < ZipCentralHeader.Size)
            {
                throw ArchiveFindings.Unreadable("Truncated central directory");
            }

            if (!archive.At(position, ZipCentralHeader.Size).StartsWith(ZipSignatures.Central))
            {
                throw ArchiveFindings.Unreadable("Bad magic number for central directory");
            }

            var (name, extra, comment) = ZipCentralHeader.Lengths(archive.At(position, ZipCentralHeader.Size));
            var record = archive.At(position, (int)Math.Min(ZipCentralHeader.Size + name + extra, end - position));
            var names = record[ZipCentralHeader.Size..];
            var split = Math.Min(name, names.Length);
            var entry = ZipCentralHeader.Read(entries.Count, shift, record[..ZipCentralHeader.Size], names[..split], names[split..]);
            entries.Add(entry);
            byName[entry.Name] = entry;
            position += ZipCentralHeader.Size + name + extra + comment;
        }
    }

    private void SetEnds(Int128 directoryStart)
    {
        var end = directoryStart;
        foreach (var entry in entries.OrderBy(entry => entry.HeaderOffset).Reverse())
        {
            entry.EndOffset = end;
            end = entry.HeaderOffset;
        }
    }
}

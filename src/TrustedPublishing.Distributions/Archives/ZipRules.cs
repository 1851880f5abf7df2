namespace TrustedPublishing.Distributions.Archives;

/// <summary>PyPI's rules for every ZIP archive, in its order; row 23 of the order of checks.</summary>
internal static class ZipRules
{
    private const ulong SuspiciousSize = 64 * 1024 * 1024;
    private const ulong SuspiciousRatio = 50;

    /// <summary>The members of an acceptable archive.</summary>
    /// <param name="fileName">The name it is uploaded under.</param>
    /// <param name="archive">The archive.</param>
    /// <param name="notes">Receives warnings about what could not be checked.</param>
    /// <exception cref="UnacceptableArchiveException">PyPI would reject it.</exception>
    public static ZipDirectory Check(string fileName, ArchiveBytes archive, ICollection<Finding> notes)
    {
        var directory = ZipDirectory.Read(archive, ZipEnd.Find(archive)!);
        RequireModestRatio(directory, archive.Length);
        if (directory.Entries.FirstOrDefault(entry => entry.Method is not (0 or 8)) is { } unsupported)
        {
            throw new UnacceptableArchiveException(
                "File does not use a supported compression type", $"{unsupported.Name} uses method {unsupported.Method}. Store files, or compress them with deflate.");
        }

        if (fileName.EndsWith(".whl", StringComparison.Ordinal))
        {
            RequireWheelFile(fileName, archive, directory);
        }
        else
        {
            RequirePackageInfo(archive, directory);
        }

        if (!TryScan(archive, directory))
        {
            notes.Add(ArchiveFindings.Unjudged(
                fileName, $"its Python files have more than {ArchiveLimits.ScannedMembers / 1024 / 1024} MiB, the rest was not searched for encrypted code"));
        }

        ZipFraming.Check(archive, directory);
        return directory;
    }

    private static void RequireModestRatio(ZipDirectory directory, long length)
    {
        var total = directory.Entries.Aggregate(UInt128.Zero, (sum, entry) => sum + entry.Size);
        if (total > SuspiciousSize && total > SuspiciousRatio * (UInt128)(ulong)length)
        {
            throw new UnacceptableArchiveException(
                "File exceeds compression ratio of 50",
                $"It would be {total} bytes after decompression, more than 50 times its size; PyPI treats it as a ZIP bomb. Leave out generated or empty data.");
        }
    }

    private static void RequireWheelFile(string fileName, ArchiveBytes archive, ZipDirectory directory)
    {
        if (WheelLayout.FromFileName(fileName) is not { } layout)
        {
            throw new UnacceptableArchiveException(
                "Unable to parse name and version from wheel filename", "Name the file {name}-{version}-{python}-{abi}-{platform}.whl, as build backends do.");
        }

        var member = directory.Find(layout.Wheel) ?? throw new UnacceptableArchiveException(
            $"WHEEL not found at {layout.Wheel}", "The .dist-info folder must have the same name and version as the file name. Do not rename wheels; build them again.");
        ZipMember.Read(archive, member, ArchiveLimits.TextMember);
    }

    /// <summary>For sdists in ZIP form, which are checked up to here although the naming rules reject all of them.</summary>
    private static void RequirePackageInfo(ArchiveBytes archive, ZipDirectory directory)
    {
        var common = new CommonPath();
        foreach (var entry in directory.Entries)
        {
            common.Add(entry.Name);
        }

        var path = SdistRules.RequireTopFolder(common);
        var member = directory.Find(path) ?? throw SdistRules.NoPackageInfo(path);
        ZipMember.Read(archive, member, ArchiveLimits.TextMember);
    }

    /// <summary>Scans all Python files; damaged files are rejected as well. Returns false if there is more than the limit.</summary>
    private static bool TryScan(ArchiveBytes archive, ZipDirectory directory)
    {
        var scanned = 0UL;
        foreach (var entry in directory.Entries.Where(entry => !entry.Name.EndsWith('/') && ObfuscatorMarks.Concerns(entry.Name)))
        {
            scanned += Math.Min(entry.Size, (ulong)ArchiveLimits.ScannedMembers + 1);
            if (scanned > ArchiveLimits.ScannedMembers)
            {
                return false;
            }

            // PyPI reads members by name: if several have the same name, always the last.
            var read = directory.Find(entry.Name)!;
            if (read.Size > ArchiveLimits.ScannedMember)
            {
                ZipMember.Verify(archive, read);
            }
            else if (ObfuscatorMarks.Find(ZipMember.Read(archive, read, ArchiveLimits.ScannedMember)) is { } text)
            {
                throw ObfuscatorMarks.Refusal(text, entry.Name);
            }
        }

        return true;
    }
}

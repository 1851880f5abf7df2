using TrustedPublishing.Distributions.Archives;

namespace TrustedPublishing.Distributions.Binaries;

/// <summary>
/// Checks whether a wheel's platform tags match the binaries in it, and whether WHEEL has the tags of the file name. PyPI checks neither, but users
/// get a wheel that does not run on their system. Warnings only.
/// </summary>
internal static class BinaryRules
{
    /// <summary>The maximum number of bytes of one wheel to decompress in order to inspect its binaries (2 GiB).</summary>
    private const long MostBytes = 2L * 1024 * 1024 * 1024;

    private const string Rebuild =
        "Build it on an older system or for an older one, or let the tool that built the wheel determine its tag (auditwheel, delocate); Pack always writes the correct tag.";

    /// <summary>The warnings about a wheel; none for an sdist, or for an archive that cannot be read, which other rules report.</summary>
    public static IReadOnlyList<Finding> Check(DistributionFileName name, Stream content)
    {
        if (name.Kind != DistributionKind.Wheel)
        {
            return [];
        }

        try
        {
            var archive = new ArchiveBytes(content);
            return ZipEnd.Find(archive) is { } end ? Check(name, archive, ZipDirectory.Read(archive, end)) : [];
        }
        catch (Exception unreadable) when (unreadable is UnacceptableArchiveException or UnjudgedArchiveException)
        {
            return [];
        }
    }

    private static List<Finding> Check(DistributionFileName name, ArchiveBytes archive, ZipDirectory directory)
    {
        var findings = new List<Finding>(WheelTags.Check(name, archive, directory));
        var platform = new WheelPlatform(Binaries(name, archive, directory, findings), directory.Entries.Select(entry => entry.Name));
        if (name.PlatformTags.Contains("any") && !platform.IsPure)
        {
            findings.Add(Warning(name, $"The wheel is tagged as platform-neutral but contains native binaries: {Shown(platform.Paths)}.",
                "Build one wheel for each platform, or leave the binaries out."));
        }

        var tags = name.PlatformTags.Select(text => PlatformTag.TryParse(text, out var tag) ? tag : null).OfType<PlatformTag>().ToList();
        findings.AddRange(
            from tag in tags
            let broken = platform.BreaksPromise(tag)
            where broken is not null
            select Warning(name, $"The tag {tag} promises more than {broken.Value.Path} supports: it {broken.Value.Reason}.", Rebuild));
        if (tags.Count > 0)
        {
            findings.AddRange(platform.Problems.Select(problem => Warning(name, $"{problem.Path} {problem.Problem.Text}", problem.Problem.Remedy)));
        }

        return findings;
    }

    private static List<(string Path, NativeBinary Binary)> Binaries(DistributionFileName name, ArchiveBytes archive, ZipDirectory directory, List<Finding> findings)
    {
        var found = new List<(string, NativeBinary)>();
        var read = 0L;
        foreach (var entry in directory.Entries.Where(entry => !entry.IsFolder && entry.Size is > 4 and < long.MaxValue && directory.Find(entry.Name) == entry))
        {
            if (read > MostBytes)
            {
                findings.Add(ArchiveFindings.Unjudged(name.Text, $"its binaries have more than {MostBytes / 1024 / 1024} MiB, the rest was not checked"));
                break;
            }

            try
            {
                using var member = new RewindableStream(() => ZipMember.Open(archive, entry), (long)entry.Size);
                if (BinaryFile.Read(member) is { } binary)
                {
                    found.Add((entry.Name, binary));
                }

                read += member.Decompressed;
            }
            catch (Exception unreadable) when (unreadable is FormatException or InvalidDataException)
            {
                findings.Add(Warning(name, $"{entry.Name} looks like a binary but could not be read: {unreadable.Message}.", "Check that it is complete and that the wheel was not modified."));
            }
        }

        return found;
    }

    /// <summary>The first names in order, and the number of the others.</summary>
    public static string Shown(IReadOnlyList<string> names)
    {
        const int shown = 3;
        return string.Join(", ", names.Order(StringComparer.Ordinal).Take(shown)) + (names.Count > shown ? $" and {names.Count - shown} more" : "");
    }

    private static Finding Warning(DistributionFileName name, string text, string remedy) => ArchiveFindings.Warning(name.Text, text, remedy);
}

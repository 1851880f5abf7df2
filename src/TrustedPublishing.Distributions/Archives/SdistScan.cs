namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// One pass through a source distribution. Only what may be asked for later is kept, so that memory does not grow with the archive: names
/// that end as one of the wanted ones do.
/// </summary>
internal sealed class SdistScan(IReadOnlyList<string> wanted)
{
    private const int ShownNames = 3;

    private readonly HashSet<string> kept = new(StringComparer.Ordinal);
    private readonly List<string> escaping = [];

    /// <summary>What all members have in common.</summary>
    public CommonPath Common { get; } = new();

    /// <summary>The first sparse member.</summary>
    public string? Sparse { get; private set; }

    /// <summary>The refusal of the first member with encrypted code.</summary>
    public UnacceptableArchiveException? Encrypted { get; private set; }

    /// <summary>Some of the members that are, or lead, outside of the archive's folder, and devices.</summary>
    public IReadOnlyList<string> Escaping => escaping;

    /// <summary>Whether the archive ends as it has to.</summary>
    public bool Complete { get; private set; }

    /// <summary>Whether there is a member of this name, which must be a wanted one in some folder.</summary>
    public bool Contains(string path) => kept.Contains(path);

    /// <summary>Goes through the whole archive.</summary>
    public void Run(Stream content)
    {
        using var archive = new TarReader(content);
        while (archive.Next() is { } member)
        {
            Common.Add(member.Name);
            Sparse ??= member.IsSparse ? member.Name : null;
            Keep(member.Name);
            if (escaping.Count < ShownNames && (member.IsDevice || PathEscape.Leaves(member)))
            {
                escaping.Add(member.Name);
            }

            if (Encrypted is null && member is { IsFile: true, IsSparse: false, Size: <= ArchiveLimits.ScannedMember } && ObfuscatorMarks.Concerns(member.Name))
            {
                Encrypted = Search(archive, member);
            }
        }

        Complete = archive.EndedProperly;
    }

    private static UnacceptableArchiveException? Search(TarReader archive, TarMember member)
    {
        var data = new byte[member.Size];
        using var stream = new TarMemberStream(archive, member.Size);
        stream.ReadExactly(data);
        return ObfuscatorMarks.Find(data) is { } text ? ObfuscatorMarks.Refusal(text, member.Name) : null;
    }

    private void Keep(string name)
    {
        if (wanted.Any(end => name.EndsWith(end, StringComparison.Ordinal)))
        {
            kept.Add(name);
        }

        if (kept.Count > ArchiveLimits.KeptNames)
        {
            throw new UnjudgedArchiveException($"it has more than {ArchiveLimits.KeptNames} members named as PKG-INFO or a licence file");
        }
    }
}

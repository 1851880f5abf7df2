namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// A single pass through a source distribution. Only names that end like one of the wanted names are kept, so that memory does not grow with the
/// archive.
/// </summary>
internal sealed class SdistScan(IReadOnlyList<string> wanted)
{
    private const int ShownNames = 3;

    private readonly HashSet<string> kept = new(StringComparer.Ordinal);
    private readonly List<string> escaping = [];

    /// <summary>The folder that all members have in common.</summary>
    public CommonPath Common { get; } = new();

    /// <summary>The first sparse member.</summary>
    public string? Sparse { get; private set; }

    /// <summary>The rejection for the first member with encrypted code.</summary>
    public UnacceptableArchiveException? Encrypted { get; private set; }

    /// <summary>Some of the members that are, or point, outside the archive's folder, and devices.</summary>
    public IReadOnlyList<string> Escaping => escaping;

    /// <summary>Whether the archive ends properly.</summary>
    public bool Complete { get; private set; }

    /// <summary>Whether there is a member with this path, whose name must be one of the wanted names.</summary>
    public bool Contains(string path) => kept.Contains(path);

    /// <summary>Reads the whole archive.</summary>
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

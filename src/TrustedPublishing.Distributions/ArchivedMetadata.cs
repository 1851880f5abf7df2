using TrustedPublishing.Distributions.Archives;

namespace TrustedPublishing.Distributions;

/// <summary>Finds and parses the METADATA or PKG-INFO of an archive.</summary>
internal static class ArchivedMetadata
{
    private const string PackageInfo = "PKG-INFO";

    /// <summary>The maximum number of links to follow; more would be a loop.</summary>
    private const int MostLinks = 8;

    /// <exception cref="FormatException">It is missing, or the archive cannot be read; the message is PyPI's text if PyPI has one.</exception>
    public static CoreMetadata Read(DistributionFileName name, Stream content) =>
        name.Kind == DistributionKind.Wheel ? CoreMetadata.Parse(InWheel(name, content)) : OfSdist(content);

    /// <summary>The bytes of a wheel's METADATA.</summary>
    /// <exception cref="FormatException">See <see cref="Read"/>.</exception>
    public static byte[] InWheel(DistributionFileName name, Stream content)
    {
        var archive = new ArchiveBytes(content);
        var end = ZipEnd.Find(archive) ?? throw new UnacceptableArchiveException("File is not a zipfile");
        var path = $"{name.Stem}.dist-info/METADATA";
        return ZipDirectory.Read(archive, end).Find(path) is { } entry
            ? ZipMember.Read(archive, entry, CoreMetadata.MaximumLength)
            : throw new FormatException($"Wheel '{name.Text}' does not contain the required METADATA file: {path}");
    }

    /// <summary>
    /// PKG-INFO is in the folder that all members have in common, nearly always the top folder (PEP 625), and is usually one of the first members.
    /// The archive is read a second time only if it is not, or if it is a link.
    /// </summary>
    private static CoreMetadata OfSdist(Stream content)
    {
        var (metadata, path) = InTopFolder(content);
        for (var links = 0; metadata is null && path is not null && links < MostLinks; links++)
        {
            (metadata, path) = At(path, content);
        }

        return metadata ?? throw new FormatException("There is no PKG-INFO in the archive's top folder.");
    }

    /// <summary>The metadata, or the path at which to look for it.</summary>
    private static (CoreMetadata? Metadata, string? Path) InTopFolder(Stream content)
    {
        var common = new CommonPath();
        using var archive = new TarReader(content);
        while (archive.Next() is { } member)
        {
            common.Add(member.Name);
            if (member.Name.Split('/') is [not ("" or "." or ".."), PackageInfo])
            {
                return ReadMember(archive, member);
            }
        }

        return (null, $"{common.Value}/{PackageInfo}");
    }

    private static (CoreMetadata? Metadata, string? Path) At(string path, Stream content)
    {
        using var archive = new TarReader(content);
        while (archive.Next() is { } member)
        {
            if (PathEscape.Resolved(member.Name) == PathEscape.Resolved(path))
            {
                return ReadMember(archive, member);
            }
        }

        return (null, null);
    }

    private static (CoreMetadata? Metadata, string? Path) ReadMember(TarReader archive, TarMember member)
    {
        if (member is not { IsFile: true, IsSparse: false })
        {
            return (null, member.IsLink ? PathEscape.Target(member) : null);
        }

        using var data = new TarMemberStream(archive, member.Size);
        return (CoreMetadata.Parse(data), null);
    }
}

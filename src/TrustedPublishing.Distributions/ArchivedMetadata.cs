using TrustedPublishing.Distributions.Archives;

namespace TrustedPublishing.Distributions;

/// <summary>Finds the one METADATA or PKG-INFO of an archive and reads it.</summary>
internal static class ArchivedMetadata
{
    /// <exception cref="FormatException">There is none, or the archive cannot be read; the message is PyPI's text where PyPI has one.</exception>
    public static CoreMetadata Read(DistributionFileName name, Stream content) =>
        name.Kind == DistributionKind.Wheel ? CoreMetadata.Parse(InWheel(name, content)) : OfSdist(content);

    /// <summary>The bytes of a wheel's METADATA.</summary>
    /// <exception cref="FormatException">As for <see cref="Read"/>.</exception>
    public static byte[] InWheel(DistributionFileName name, Stream content)
    {
        var archive = new ArchiveBytes(content);
        var end = ZipEnd.Find(archive) ?? throw new UnacceptableArchiveException("File is not a zipfile");
        var path = $"{name.Stem}.dist-info/METADATA";
        return ZipDirectory.Read(archive, end).Find(path) is { } entry
            ? ZipMember.Read(archive, entry, CoreMetadata.MaximumLength)
            : throw new FormatException($"Wheel '{name.Text}' does not contain the required METADATA file: {path}");
    }

    /// <summary>PKG-INFO stands directly in the archive's only top folder (PEP 625), mostly as one of the first members.</summary>
    private static CoreMetadata OfSdist(Stream content)
    {
        using var archive = new TarReader(content);
        while (archive.Next() is { } member)
        {
            if (member is { IsFile: true, IsSparse: false } && member.Name.Split('/') is [not ("" or "." or ".."), "PKG-INFO"])
            {
                using var data = new TarMemberStream(archive, member.Size);
                return CoreMetadata.Parse(data);
            }
        }

        throw new FormatException("There is no PKG-INFO in the archive's top folder.");
    }
}

using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Packaging.Metadata;

namespace TrustedPublishing.Packaging.Archives;

/// <summary>
/// Writes an sdist (PEP 625, PEP 643): a top folder with PKG-INFO and <c>pyproject.toml</c> first, then the files in ordinal order.
/// </summary>
internal static class SdistWriter
{
    public static void Write(Stream output, PackagedProject packaged)
    {
        using var gzip = new GzipWriter(output);
        var tar = new TarWriter(gzip, packaged.Time);
        foreach (var entry in Entries(packaged, packaged.Project.Stem))
        {
            tar.Add(entry);
        }

        tar.Finish();
    }

    private static IEnumerable<ArchiveEntry> Entries(PackagedProject packaged, string top) =>
    [
        ArchiveEntry.OfText($"{top}/PKG-INFO", MetadataText.Metadata(packaged.Project)),
        ArchiveEntry.OfText($"{top}/pyproject.toml", packaged.Pyproject),
        .. packaged.Files.Where(file => file.InSdist is not null).OrderBy(file => file.InSdist, StringComparer.Ordinal)
            .Select(file => ArchiveEntry.OfFile($"{top}/{file.InSdist}", file.Source)),
    ];
}

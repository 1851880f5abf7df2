using System.Buffers.Text;
using System.Globalization;
using System.Text;
using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Packaging.Metadata;

namespace TrustedPublishing.Packaging.Archives;

/// <summary>Writes a wheel (PEP 427): the package's files in ordinal order, then <c>.dist-info</c>, RECORD last.</summary>
internal static class WheelWriter
{
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="PackagingException">The wheel would not fit into a ZIP file.</exception>
    public static void Write(Stream output, PackagedProject packaged)
    {
        try
        {
            WriteZip(output, packaged);
        }
        catch (ZipLimitException tooLarge)
        {
            throw new PackagingException(tooLarge.Member, [Diagnostics.TooLarge(tooLarge.Member)], tooLarge);
        }
    }

    private static void WriteZip(Stream output, PackagedProject packaged)
    {
        var zip = new ZipWriter(output, packaged.Time < Earliest ? Earliest : packaged.Time);
        var record = new StringBuilder();
        foreach (var entry in Entries(packaged))
        {
            var (sha256, size) = zip.Add(entry);
            record.Append(CultureInfo.InvariantCulture, $"{Quoted(entry.Name)},sha256={Base64Url.EncodeToString(sha256)},{size}\n");
        }

        var name = $"{packaged.Project.Stem}.dist-info/RECORD";
        zip.Add(ArchiveEntry.OfText(name, record.Append(CultureInfo.InvariantCulture, $"{name},,\n").ToString()));
        zip.Finish();
    }

    private static IEnumerable<ArchiveEntry> Entries(PackagedProject packaged)
    {
        var info = $"{packaged.Project.Stem}.dist-info";
        var files = packaged.Files.Where(file => file.InWheel is not null).OrderBy(file => file.InWheel, StringComparer.Ordinal);
        return
        [
            .. files.Select(file => ArchiveEntry.OfFile(file.InWheel!, file.Source)),
            .. packaged.Project.License.Files.Select(path => ArchiveEntry.OfFile($"{info}/licenses/{path}", packaged.Folder.Absolute(path))),
            ArchiveEntry.OfText($"{info}/METADATA", MetadataText.Metadata(packaged.Project)),
            ArchiveEntry.OfText($"{info}/WHEEL", MetadataText.Wheel(packaged.Generator)),
            .. MetadataText.EntryPoints(packaged.Project) is { } text ? [ArchiveEntry.OfText($"{info}/entry_points.txt", text)] : (ArchiveEntry[])[],
        ];
    }

    /// <summary>RECORD is CSV.</summary>
    private static string Quoted(string name) =>
        name.AsSpan().IndexOfAny(",\"") < 0 ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

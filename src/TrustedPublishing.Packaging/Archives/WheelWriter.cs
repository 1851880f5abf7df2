using System.Buffers.Text;
using System.Globalization;
using System.Text;
using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Packaging.Metadata;
using TrustedPublishing.Packaging.Platforms;

namespace TrustedPublishing.Packaging.Archives;

/// <summary>Writes a wheel (PEP 427): the package's files in ordinal order, then <c>.dist-info</c>, RECORD last.</summary>
internal static class WheelWriter
{
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="PackagingException">The wheel would not fit into a ZIP file.</exception>
    public static void Write(Stream output, PackagedProject packaged, WheelVariant variant)
    {
        try
        {
            WriteZip(output, packaged, variant);
        }
        catch (ZipLimitException tooLarge)
        {
            throw new PackagingException(tooLarge.Member, [Diagnostics.TooLarge(tooLarge.Member)], tooLarge);
        }
    }

    private static void WriteZip(Stream output, PackagedProject packaged, WheelVariant variant)
    {
        var zip = new ZipWriter(output, packaged.Time < Earliest ? Earliest : packaged.Time);
        var record = new StringBuilder();
        foreach (var entry in Entries(packaged, variant))
        {
            var (sha256, size) = zip.Add(entry);
            record.Append(CultureInfo.InvariantCulture, $"{Quoted(entry.Name)},sha256={Base64Url.EncodeToString(sha256)},{size}\n");
        }

        var name = $"{packaged.Project.Stem}.dist-info/RECORD";
        zip.Add(ArchiveEntry.OfText(name, record.Append(CultureInfo.InvariantCulture, $"{name},,\n").ToString()));
        zip.Finish();
    }

    private static IEnumerable<ArchiveEntry> Entries(PackagedProject packaged, WheelVariant variant)
    {
        var info = $"{packaged.Project.Stem}.dist-info";
        return
        [
            .. variant.Files.Select(file =>
                file.Source is null ? ArchiveEntry.OfText(file.Path, file.Text!) : ArchiveEntry.OfFile(file.Path, file.Source, file.IsProgram)),
            .. packaged.Project.License.Files.Select(path => ArchiveEntry.OfFile($"{info}/licenses/{path}", packaged.Folder.Absolute(path))),
            ArchiveEntry.OfText($"{info}/METADATA", MetadataText.Metadata(packaged.Project)),
            ArchiveEntry.OfText($"{info}/WHEEL", MetadataText.Wheel(packaged.Generator, variant.IsPure, variant.Platforms)),
            .. MetadataText.EntryPoints(packaged.Project) is { } text ? [ArchiveEntry.OfText($"{info}/entry_points.txt", text)] : (ArchiveEntry[])[],
        ];
    }

    /// <summary>RECORD is CSV.</summary>
    private static string Quoted(string name) =>
        name.AsSpan().IndexOfAny(",\"") < 0 ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

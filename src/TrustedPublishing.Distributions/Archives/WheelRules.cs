using TrustedPublishing.Distributions.Rules;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>PyPI's rules for wheels whose archive was accepted, in its order; row 25 of the order of checks.</summary>
internal static class WheelRules
{
    /// <summary>The server stores METADATA under the wheel's name with this suffix, in a file system that limits names to 255 bytes.</summary>
    private const string MetadataEnding = ".metadata";
    private const int LongestName = 255;

    /// <summary>Checks the file name and the files in the .dist-info folder.</summary>
    public static IEnumerable<Finding> Check(UploadForm form, string fileName, ArchiveBytes archive, ZipDirectory? directory, DateTimeOffset? now)
    {
        foreach (var finding in FileNameRules.OfWheel(form, fileName, now))
        {
            yield return finding;
        }

        if (directory is not null && WheelLayout.FromFileName(fileName) is { } layout)
        {
            var content = new WheelContent(fileName, layout, archive, directory);
            Func<IEnumerable<Finding>>[] steps = [() => content.Licenses(form), content.Record, content.EntryPoints, content.Metadata, content.Encrypted];
            foreach (var finding in steps.SelectMany(step => step()))
            {
                yield return finding;
            }
        }

        if (System.Text.Encoding.UTF8.GetByteCount(fileName) is var length && length <= LongestName && length + MetadataEnding.Length > LongestName)
        {
            yield return ArchiveFindings.Error(
                fileName, $"Filename is too long: '{fileName}'", $"The limit is {LongestName - MetadataEnding.Length} bytes. Shorten the tags, the version or the project's name.");
        }
    }
}

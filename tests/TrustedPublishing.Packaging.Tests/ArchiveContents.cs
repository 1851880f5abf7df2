using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace TrustedPublishing.Packaging.Tests;

/// <summary>Reads archives with the runtime's own readers, which share no code with the writers under test.</summary>
internal static class ArchiveContents
{
    public static IReadOnlyDictionary<string, string> OfWheel(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry => Text(entry.Open()));
    }

    public static IReadOnlyDictionary<string, string> OfSdist(string path)
    {
        var contents = new Dictionary<string, string>();
        foreach (var entry in Entries(path))
        {
            contents.Add(entry.Name[(entry.Name.IndexOf('/', StringComparison.Ordinal) + 1)..], entry.DataStream is null ? "" : Text(entry.DataStream));
        }

        return contents;
    }

    public static IReadOnlyList<TarEntry> Entries(string path)
    {
        using var file = File.OpenRead(path);
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        var entries = new List<TarEntry>();
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            entries.Add(entry);
        }

        return entries;
    }

    private static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
        return reader.ReadToEnd();
    }
}

using System.IO.Compression;
using System.Text;
using CsCheck;
using TrustedPublishing.Distributions.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>The runtime's readers return what was written, whatever the names and contents.</summary>
public sealed class AnyFiles
{
    private static readonly DateTimeOffset Time = new(2024, 2, 29, 23, 59, 58, TimeSpan.Zero);

    private static readonly Gen<string> Name =
        Gen.String[Gen.Char["abc_-. äß€語"], 1, 90].Where(part => part.Trim('.', ' ').Length > 0).List[1, 5].Select(parts => string.Join('/', parts.Select(part => $"x{part}x")));

    private static readonly Gen<Dictionary<string, byte[]>> Files = Gen.Dictionary(Name, Gen.Byte.Array[0, 3000])[0, 8];

    [Fact]
    public void ComeBackFromAWheel() => Files.Sample(files =>
    {
        using var stream = new MemoryStream();
        var writer = new ZipWriter(stream, Time);
        foreach (var (name, content) in files)
        {
            writer.Add(new(name, () => new MemoryStream(content), false));
        }

        writer.Finish();
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        Same(files, archive.Entries.Select(entry => (entry.FullName, Bytes(entry.Open()))));
        Assert.All(archive.Entries, entry => Assert.Equal(Time.DateTime, entry.LastWriteTime.DateTime));
    }, iter: 200);

    [Fact]
    public void ComeBackFromAnSdist() => Files.Sample(files =>
    {
        using var stream = new MemoryStream();
        using (var gzip = new GzipWriter(stream))
        {
            var writer = new TarWriter(gzip, Time);
            foreach (var (name, content) in files)
            {
                writer.Add(new(name, () => new MemoryStream(content), false));
            }

            writer.Finish();
        }

        stream.Position = 0;
        using var unzipped = new GZipStream(stream, CompressionMode.Decompress);
        using var tar = new System.Formats.Tar.TarReader(unzipped);
        var read = new List<(string, byte[])>();
        while (tar.GetNextEntry() is { } entry)
        {
            read.Add((entry.Name, entry.DataStream is null ? [] : Bytes(entry.DataStream)));
        }

        Same(files, read);
    }, iter: 200);

    private static void Same(Dictionary<string, byte[]> expected, IEnumerable<(string Name, byte[] Content)> actual) =>
        Assert.Equal(expected.Select(file => (file.Key, Convert.ToHexString(file.Value))), actual.Select(file => (file.Name, Convert.ToHexString(file.Content))));

    private static byte[] Bytes(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

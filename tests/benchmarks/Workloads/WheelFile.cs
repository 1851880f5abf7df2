using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;

namespace TrustedPublishing.Benchmarks.Workloads;

/// <summary>
/// Wheels of one release with incompressible content, which differ in their build number. The metadata version is 2.1, which older clients also
/// support.
/// </summary>
internal static class WheelFile
{
    public const string Project = "benchmark";
    public const string Version = "1.0";
    public const string MetadataVersion = "2.1";

    private const string Info = $"{Project}-{Version}.dist-info";
    private const int PieceSize = 1 << 20;

    /// <summary>The size of such a wheel without its content, in bytes.</summary>
    private const int Frame = 980;

    public static void Write(string folder, int build, int size, int seed)
    {
        using var archive = ZipFile.Open(Path.Combine(folder, $"{Project}-{Version}-{build}-py3-none-any.whl"), ZipArchiveMode.Create);
        string[] record =
        [
            Content(archive, Math.Max(size - Frame, 16), seed),
            Text(archive, $"{Info}/METADATA", $"Metadata-Version: {MetadataVersion}\nName: {Project}\nVersion: {Version}\n"),
            Text(archive, $"{Info}/WHEEL", $"Wheel-Version: 1.0\nGenerator: benchmark\nRoot-Is-Purelib: true\nBuild: {build}\nTag: py3-none-any\n"),
            $"{Info}/RECORD,,",
        ];
        Text(archive, $"{Info}/RECORD", string.Join('\n', record) + "\n");
    }

    private static string Content(ZipArchive archive, int length, int seed)
    {
        const string Name = $"{Project}/content.bin";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = archive.CreateEntry(Name, CompressionLevel.NoCompression).Open();
        var random = new Random(seed);
        for (var (left, piece) = (length, new byte[PieceSize]); left > 0; left -= PieceSize)
        {
            var part = piece.AsSpan(0, Math.Min(left, PieceSize));
            random.NextBytes(part);
            hash.AppendData(part);
            stream.Write(part);
        }

        return Line(Name, hash.GetHashAndReset(), length);
    }

    private static string Text(ZipArchive archive, string name, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        using var stream = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
        stream.Write(bytes);
        return Line(name, SHA256.HashData(bytes), bytes.Length);
    }

    private static string Line(string name, byte[] hash, int length) => $"{name},sha256={Base64Url.EncodeToString(hash)},{length}";
}

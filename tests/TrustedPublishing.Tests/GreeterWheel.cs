using System.IO.Compression;
using System.Security.Cryptography;

namespace TrustedPublishing.Tests;

/// <summary>Small wheels of a project that PyPI would accept, each with different content.</summary>
internal static class GreeterWheel
{
    /// <summary>Writes a wheel and overwrites an existing one; project, version and tag come from the file name.</summary>
    public static string Write(string path, int padding = 100, string requiresPython = ">=3.8", string further = "")
    {
        var parts = Path.GetFileNameWithoutExtension(path).Split('-');
        var (name, info) = (parts[0], $"{parts[0]}-{parts[1]}.dist-info");
        File.Delete(path);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Entry($"{name}/__init__.py", $"# {RandomNumberGenerator.GetHexString(padding)}\n");
        Entry($"{info}/METADATA", $"Metadata-Version: 2.1\nName: {name}\nVersion: {parts[1]}\nRequires-Python: {requiresPython}\n{further}\n");
        Entry($"{info}/WHEEL", $"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {parts[2]}-{parts[3]}-{parts[4]}\n");
        Entry($"{info}/RECORD", $"{name}/__init__.py,sha256=x,1\n{info}/METADATA,sha256=x,1\n{info}/WHEEL,sha256=x,1\n{info}/RECORD,,\n");
        return path;

        void Entry(string entry, string text)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write(text);
        }
    }
}

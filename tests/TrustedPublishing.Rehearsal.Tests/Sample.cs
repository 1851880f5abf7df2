using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests;

/// <summary>A small distribution, created on demand.</summary>
internal sealed record Sample(string FileName, byte[] Content, string Project, string Version, string FileType)
{
    /// <summary>The same call returns the same bytes at any time.</summary>
    private static readonly DateTimeOffset Time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <summary>A wheel; a different <paramref name="text"/> produces different bytes.</summary>
    public static Sample Wheel(string project = "greeter", string version = "1.0.0", string text = "", string tag = "py3-none-any")
    {
        var name = ProjectName.Normalize(project).Replace('-', '_');
        var info = $"{name}-{version}.dist-info";
        (string Path, string Text)[] members =
        [
            ($"{name}/__init__.py", $"TEXT = '{text}'\n"),
            ($"{info}/METADATA", Metadata(project, version)),
            ($"{info}/WHEEL", $"Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: {tag}\n"),
        ];
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var record = string.Concat(members.Select(member => $"{member.Path},,\n")) + $"{info}/RECORD,,\n";
            foreach (var (path, content) in members.Append(($"{info}/RECORD", record)))
            {
                var entry = archive.CreateEntry(path, CompressionLevel.NoCompression);
                entry.LastWriteTime = Time;
                using var member = entry.Open();
                member.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return new($"{name}-{version}-{tag}.whl", stream.ToArray(), project, version, "bdist_wheel");
    }

    /// <summary>A source distribution.</summary>
    public static Sample Sdist(string project = "greeter", string version = "1.0.0", string text = "")
    {
        var top = $"{ProjectName.Normalize(project).Replace('-', '_')}-{version}";
        using var stream = new MemoryStream();
        using (var zip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        using (var archive = new TarWriter(zip, TarEntryFormat.Ustar))
        {
            foreach (var (path, content) in new[] { ($"{top}/PKG-INFO", Metadata(project, version)), ($"{top}/setup.py", $"# {text}\n") })
            {
                archive.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path) { ModificationTime = Time, DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
            }
        }

        return new($"{top}.tar.gz", stream.ToArray(), project, version, "sdist");
    }

    /// <summary>The text fields required to upload it.</summary>
    public IReadOnlyList<FormField> Fields() =>
    [
        new(":action", "file_upload"),
        new("protocol_version", "1"),
        new("metadata_version", "2.1"),
        new("name", Project),
        new("version", Version),
        new("filetype", FileType),
        new("pyversion", FileType == "sdist" ? "source" : "py3"),
        new("sha256_digest", Sha256),
    ];

    private static string Metadata(string project, string version) => $"Metadata-Version: 2.1\nName: {project}\nVersion: {version}\n\n";
}

using System.Formats.Tar;

namespace TrustedPublishing.Packaging.Sources;

/// <summary>The folder of <c>pyproject.toml</c>.</summary>
internal sealed class ProjectFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Absolute(string relative) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, relative));

    public bool HasFile(string relative) => File.Exists(Absolute(relative)) && SpecialKind(new(Absolute(relative))) is null;

    public bool HasFolder(string relative) => Directory.Exists(Absolute(relative));

    /// <summary>An sdist contains nothing from outside the project's folder, so a path to the outside would break it.</summary>
    public static bool IsInside(string relative)
    {
        var parts = relative.Split('/', '\\');
        return relative.Length > 0 && !System.IO.Path.IsPathRooted(relative) && !parts.Contains("..") && !relative.Contains(':', StringComparison.Ordinal);
    }

    /// <summary>
    /// The kind of a file that is not a regular file. Pipes, sockets and devices have no length, and opening one may block forever. The runtime
    /// exposes the kind of a file only through its tar writer.
    /// </summary>
    public static string? SpecialKind(FileInfo file)
    {
        var real = (FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        if (OperatingSystem.IsWindows() || real is { Exists: false } or { Length: > 0 })
        {
            return null;
        }

        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, leaveOpen: true))
            {
                writer.WriteEntry(real.FullName, "file");
            }
        }
        catch (IOException)
        {
            return "a socket";
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType switch
        {
            TarEntryType.Fifo => "a pipe (FIFO)",
            TarEntryType.BlockDevice or TarEntryType.CharacterDevice => "a device",
            _ => null,
        };
    }
}

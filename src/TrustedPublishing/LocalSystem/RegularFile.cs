using System.Text;

namespace TrustedPublishing.LocalSystem;

/// <summary>
/// Opens files from outside. Anything but a regular file (a pipe, a device, a folder) is rejected before it is opened, because opening a pipe
/// blocks until its other end is opened. Files without a known length are rejected as well.
/// </summary>
internal static class RegularFile
{
    /// <summary>In bytes; larger than any text that a person writes for a project or its pipeline.</summary>
    public const int LargestText = 4 << 20;

    /// <exception cref="IOException">It is missing, empty, or not a regular file.</exception>
    public static void ThrowIfOther(string path)
    {
        var file = new FileInfo(path);
        var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        if (!target.Exists)
        {
            throw new FileNotFoundException($"Could not find the file '{Path.GetFileName(path)}', or it is not a regular file.");
        }

        if (target.Length == 0 || (target.Attributes & (FileAttributes.Device | FileAttributes.Directory)) != 0)
        {
            throw new IOException($"'{Path.GetFileName(path)}' is empty, or not a regular file.");
        }
    }

    /// <summary>Reads the whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">The maximum size in bytes; enforced while reading.</param>
    /// <exception cref="IOException">It is missing, empty, not a regular file, or larger.</exception>
    public static byte[] ReadAllBytes(string path, int limit)
    {
        ThrowIfOther(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var kept = new MemoryStream();
        var buffer = new byte[Math.Min(limit + 1, 64 << 10)];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            kept.Write(buffer.AsSpan(0, kept.Length + read <= limit ? read : throw new IOException($"'{Path.GetFileName(path)}' is larger than {limit} bytes.")));
        }

        return kept.ToArray();
    }

    /// <summary>Reads a text file, which may be missing (null) or empty. A file that is not regular, and so has no length, is not read.</summary>
    /// <exception cref="IOException">It is larger than <see cref="LargestText"/>, or cannot be read.</exception>
    public static string? ReadTextIfAny(string path) => !File.Exists(path) ? null : HasLength(path) ? ReadAllText(path, LargestText) : "";

    /// <summary>Whether the file has content to read.</summary>
    public static bool HasLength(string path)
    {
        var file = new FileInfo(new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path);
        return file.Exists && file.Length > 0;
    }

    /// <summary>The same as text; a byte order mark determines the encoding, otherwise it is UTF-8.</summary>
    public static string ReadAllText(string path, int limit)
    {
        using var reader = new StreamReader(new MemoryStream(ReadAllBytes(path, limit)), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

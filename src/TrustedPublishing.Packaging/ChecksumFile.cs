using System.Security.Cryptography;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Packaging;

/// <summary>
/// <c>SHA256SUMS</c>: one line <c>{hex}  {file name}</c> per file, sorted by name, with LF. <c>sha256sum --check SHA256SUMS</c> reads it. It is
/// passed with the distributions from the build job to the publishing job.
/// </summary>
public static class ChecksumFile
{
    /// <summary>The usual name of the file.</summary>
    public const string FileName = "SHA256SUMS";

    /// <summary>Writes the checksums of files to <c>SHA256SUMS</c> in a folder and returns its path.</summary>
    /// <param name="directory">The folder in which the file is created.</param>
    /// <param name="files">The files, which must be directly in that folder.</param>
    /// <exception cref="ArgumentException">A file is not directly in that folder.</exception>
    public static string Write(string directory, IEnumerable<string> files)
    {
        var folder = Path.GetFullPath(directory);
        var names = files.Select(file => Path.GetFullPath(file, folder)).Distinct().ToDictionary(
            file => Path.GetDirectoryName(file) == Path.TrimEndingDirectorySeparator(folder)
                ? Path.GetFileName(file)
                : throw new ArgumentException($"{file} is not in {folder}.", nameof(files)),
            Digest);
        var path = Path.Combine(folder, FileName);
        File.WriteAllText(path, string.Concat(names.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value}  {pair.Key}\n")));
        return path;
    }

    private static string Digest(string file)
    {
        using var content = RegularFile.HasLength(file) ? File.OpenRead(file) : Stream.Null; // a pipe or a device has no content that could be published
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}

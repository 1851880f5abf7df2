using System.Security.Cryptography;
using System.Text.RegularExpressions;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Packaging;

/// <summary>
/// <c>SHA256SUMS</c>: one line <c>{hex}  {file name}</c> per file, sorted by name, LF. <c>sha256sum --check SHA256SUMS</c> reads it. It is handed over with the
/// distributions from the building job to the publishing job.
/// </summary>
public static partial class ChecksumFile
{
    /// <summary>The usual name of the file.</summary>
    public const string FileName = "SHA256SUMS";

    /// <summary>Writes the checksums of files to <c>SHA256SUMS</c> in a folder and returns its path.</summary>
    /// <param name="directory">The folder in which the file is created.</param>
    /// <param name="files">The files, which must be directly in that folder.</param>
    /// <exception cref="ArgumentException">A file lies elsewhere.</exception>
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

    /// <summary>File name → SHA-256 as 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="FormatException">A line is not of the form, or a name stands twice.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = File.Exists(path) ? RegularFile.ReadTextIfAny(path)! : throw new FileNotFoundException($"{path} does not exist.", path);
        foreach (var (number, line) in text.Split('\n').Index().Where(line => line.Item.Trim('\r').Length > 0))
        {
            var match = Line().Match(line.Trim('\r'));
            if (!match.Success || !digests.TryAdd(match.Groups["name"].Value, match.Groups["digest"].Value.ToLowerInvariant()))
            {
                throw new FormatException($"Line {number + 1} of {path} is no line '{{64 hexadecimal digits}}  {{file name}}' for a file named only once.");
            }
        }

        return digests;
    }

    /// <summary>Compares the distributions (<c>*.whl</c>, <c>*.tar.gz</c>) of a folder with its <c>SHA256SUMS</c>.</summary>
    /// <exception cref="FormatException">The file of checksums cannot be read as such.</exception>
    /// <exception cref="FileNotFoundException">The folder holds no <c>SHA256SUMS</c>.</exception>
    public static ChecksumDifferences Verify(string directory)
    {
        var expected = Read(Path.Combine(directory, FileName));
        var present = Directory.EnumerateFiles(directory).Where(IsDistribution).Select(file => Path.GetFileName(file)).ToHashSet(StringComparer.Ordinal);
        present.UnionWith(expected.Keys.Where(name => File.Exists(Path.Combine(directory, name))));
        var changed = present.Where(name => expected.TryGetValue(name, out var digest) && Digest(Path.Combine(directory, name)) != digest);
        return new()
        {
            Missing = [.. expected.Keys.Except(present).Order(StringComparer.Ordinal)],
            Extra = [.. present.Except(expected.Keys).Order(StringComparer.Ordinal)],
            Changed = [.. changed.Order(StringComparer.Ordinal)],
        };
    }

    private static bool IsDistribution(string file) =>
        file.EndsWith(".whl", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase);

    private static string Digest(string file)
    {
        using var content = RegularFile.HasLength(file) ? File.OpenRead(file) : Stream.Null; // a pipe or a device has no bytes that could be published
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>A star before the name means binary mode, which is all there is; a name never leads elsewhere.</summary>
    [GeneratedRegex(@"\A(?<digest>[0-9A-Fa-f]{64}) [ *](?<name>[^/\\]+)\z")]
    private static partial Regex Line();
}

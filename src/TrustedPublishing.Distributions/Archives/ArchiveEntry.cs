using System.Text;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>A member of an archive to be.</summary>
/// <param name="Name">The path with <c>/</c>.</param>
/// <param name="Open">Opens the content; called once.</param>
/// <param name="IsExecutable">Whether it gets the mode 0755 instead of 0644.</param>
internal sealed record ArchiveEntry(string Name, Func<Stream> Open, bool IsExecutable)
{
    public int Mode => IsExecutable ? 0b111_101_101 : 0b110_100_100;

    public static ArchiveEntry OfText(string name, string text) => new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)), false);

    public static ArchiveEntry OfFile(string name, string path, bool isProgram = false) => new(name, () => File.OpenRead(path), isProgram || StartsLikeProgram(path));

    /// <summary>
    /// Not the file system but the content decides what is executable, or a package made on Windows would differ from one made elsewhere:
    /// scripts with <c>#!</c>, programs and libraries for Linux (ELF) and macOS (Mach-O, for one processor or several).
    /// </summary>
    private static bool StartsLikeProgram(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[8];
        return start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)] switch
        {
            [(byte)'#', (byte)'!', ..] => true,
            [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => true,
            [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] or [0xFE, 0xED, 0xFA, 0xCF or 0xCE, ..] => true,
            // A Java class has its version, of at least 45, where a fat binary has the number of its processors.
            [0xCA, 0xFE, 0xBA, 0xBE or 0xBF, 0, 0, 0, > 0 and <= 30] => true,
            _ => false,
        };
    }
}

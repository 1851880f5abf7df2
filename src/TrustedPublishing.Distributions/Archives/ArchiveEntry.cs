using System.Text;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>A member to be written to an archive.</summary>
/// <param name="Name">The path, separated by <c>/</c>.</param>
/// <param name="Open">Opens the content; called once.</param>
/// <param name="IsExecutable">Whether its mode is 0755 instead of 0644.</param>
internal sealed record ArchiveEntry(string Name, Func<Stream> Open, bool IsExecutable)
{
    public int Mode => IsExecutable ? 0b111_101_101 : 0b110_100_100;

    public static ArchiveEntry OfText(string name, string text) => new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)), false);

    /// <exception cref="ChangedMemberException">The file cannot be read; <see cref="Open"/> and its stream throw it too.</exception>
    public static ArchiveEntry OfFile(string name, string path, bool isProgram = false) => new(name, () => new UnchangedFile(name, path), isProgram || StartsLikeProgram(name, path));

    /// <summary>
    /// The content, not the file system, decides what is executable; otherwise packages built on Windows would differ from those built elsewhere.
    /// Executable are scripts with <c>#!</c>, and programs and libraries for Linux (ELF) and macOS (Mach-O, single-architecture and universal).
    /// </summary>
    private static bool StartsLikeProgram(string name, string path)
    {
        using var file = new UnchangedFile(name, path);
        Span<byte> start = stackalloc byte[8];
        return start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)] switch
        {
            [(byte)'#', (byte)'!', ..] => true,
            [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => true,
            [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] or [0xFE, 0xED, 0xFA, 0xCF or 0xCE, ..] => true,
            // A Java class file has the same magic number; it has its version, at least 45, where a universal binary has its number of architectures.
            [0xCA, 0xFE, 0xBA, 0xBE or 0xBF, 0, 0, 0, > 0 and <= 30] => true,
            _ => false,
        };
    }
}

using System.Globalization;
using System.Text;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// Writes tar members in the pax format (POSIX.1-2001), as the sdist specification requires: a plain ustar header where that suffices, and a pax
/// header for long or non-ASCII names. The runtime's own writer puts its process ID into pax headers, so its output differs from run to run.
/// </summary>
internal sealed class TarWriter(GzipWriter output, DateTimeOffset time)
{
    private const int BlockSize = 512;

    /// <summary>The maximum value of eleven octal digits.</summary>
    private const long LargestSize = 0x1FFFFFFFF;

    public void Add(ArchiveEntry entry)
    {
        using var content = entry.Open();
        var name = Split(entry.Name);
        var isLarge = content.Length > LargestSize;
        if (name is null || isLarge)
        {
            var records = Encoding.UTF8.GetBytes((name is null ? Record("path", entry.Name) : "") + (isLarge ? Record("size", Text(content.Length)) : ""));
            output.Write(Header("", "././@PaxHeader", 0b110_100_100, records.Length, 'x'));
            output.Write(records);
            Pad(records.Length);
        }

        var (prefix, rest) = name ?? ("", Fallback(entry.Name));
        output.Write(Header(prefix, rest, entry.Mode, content.Length, '0'));
        Copy.Blocks(content, output.Write);
        Pad(content.Length);
    }

    /// <summary>Ends the archive with two empty blocks.</summary>
    public void Finish() => output.Write(new byte[2 * BlockSize]);

    private byte[] Header(string prefix, string name, int mode, long size, char type)
    {
        var header = new byte[BlockSize];
        Put(0, name);
        Put(100, Octal(mode, 7));
        Put(108, Octal(0, 7));
        Put(116, Octal(0, 7));
        Put(124, Octal(Math.Min(size, LargestSize), 11));
        Put(136, Octal(Math.Max(0, time.ToUnixTimeSeconds()), 11));
        Put(148, "        ");
        Put(156, type.ToString());
        Put(257, "ustar\0" + "00");
        Put(329, Octal(0, 7));
        Put(337, Octal(0, 7));
        Put(345, prefix);
        Put(148, Octal(header.Sum(value => value), 6) + "\0 ");
        return header;

        void Put(int offset, string text) => Encoding.ASCII.GetBytes(text, header.AsSpan(offset));
    }

    private void Pad(long size) => output.Write(new byte[(BlockSize - (size % BlockSize)) % BlockSize]);

    /// <summary>Splits the path at a slash into a ustar prefix (155 bytes) and name (100 bytes); null if it does not fit or is not ASCII.</summary>
    private static (string Prefix, string Name)? Split(string path)
    {
        if (!Ascii.IsValid(path))
        {
            return null;
        }

        var cut = path.Length <= 100 ? -1 : path.IndexOf('/', path.Length - 101);
        return path.Length <= 100 ? ("", path) : cut is > 0 and <= 155 ? (path[..cut], path[(cut + 1)..]) : null;
    }

    /// <summary>The name for readers that do not support pax headers.</summary>
    private static string Fallback(string path)
    {
        var ascii = string.Concat(path.Select(c => char.IsAscii(c) ? c : '_'));
        return ascii.Length <= 100 ? ascii : ascii[^100..];
    }

    /// <summary>A pax record starts with its own length in bytes, including the digits of the length.</summary>
    private static string Record(string key, string value)
    {
        var rest = Encoding.UTF8.GetByteCount($" {key}={value}\n");
        var length = rest + Text(rest).Length;
        length = rest + Text(length).Length;
        return $"{Text(length)} {key}={value}\n";
    }

    private static string Octal(long value, int digits) => Convert.ToString(value, 8).PadLeft(digits, '0');

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}

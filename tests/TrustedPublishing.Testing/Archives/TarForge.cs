using System.Globalization;
using System.Text;

namespace TrustedPublishing.Testing.Archives;

/// <summary>Builds a tar archive header by header, so that it can contain a single error.</summary>
public sealed class TarForge
{
    private readonly List<byte> bytes = [];

    /// <summary>A complete, compressed archive of these files.</summary>
    public static byte[] Pack(params IEnumerable<(string Name, string Text)> files)
    {
        var tar = new TarForge();
        foreach (var (name, text) in files)
        {
            tar.File(name, text);
        }

        return Gzip.Compress(tar.End().ToArray());
    }

    /// <summary>A pax record.</summary>
    public static string Record(string key, string value)
    {
        var rest = $" {key}={value}\n";
        var length = Encoding.UTF8.GetByteCount(rest) + 1;
        while (length < Encoding.UTF8.GetByteCount(rest) + length.ToString(CultureInfo.InvariantCulture).Length)
        {
            length++;
        }

        return $"{length}{rest}";
    }

    /// <summary>The archive so far.</summary>
    public byte[] ToArray() => [.. bytes];

    /// <summary>The archive so far, compressed.</summary>
    public byte[] Compressed() => Gzip.Compress(ToArray());

    /// <summary>A file.</summary>
    public TarForge File(string name, string text) => Member(name, '0', Encoding.UTF8.GetBytes(text));

    /// <summary>A pax header for the next member, or for all.</summary>
    public TarForge Pax(bool global = false, params IEnumerable<(string Key, string Value)> records) =>
        Member("./PaxHeaders/x", global ? 'g' : 'x', Encoding.UTF8.GetBytes(string.Concat(records.Select(each => Record(each.Key, each.Value)))));

    /// <summary>A member of any type: header, data, padding.</summary>
    public TarForge Member(string name, char type, byte[]? data = null, string link = "", string prefix = "", Action<byte[]>? change = null)
    {
        var header = new byte[512];
        Encoding.UTF8.GetBytes(name).AsSpan().CopyTo(header);
        "0000644\0"u8.CopyTo(header.AsSpan(100));
        "0000000\0"u8.CopyTo(header.AsSpan(108));
        "0000000\0"u8.CopyTo(header.AsSpan(116));
        Encoding.ASCII.GetBytes($"{Convert.ToString(data?.Length ?? 0, 8).PadLeft(11, '0')}\0").CopyTo(header.AsSpan(124));
        "00000000000\0"u8.CopyTo(header.AsSpan(136));
        header[156] = (byte)type;
        Encoding.UTF8.GetBytes(link).CopyTo(header.AsSpan(157));
        "ustar\00000"u8.CopyTo(header.AsSpan(257));
        Encoding.UTF8.GetBytes(prefix).CopyTo(header.AsSpan(345));
        change?.Invoke(header);
        header.AsSpan(148, 8).Fill((byte)' ');
        Encoding.ASCII.GetBytes($"{Convert.ToString(header.Sum(value => value), 8).PadLeft(6, '0')}\0 ").CopyTo(header.AsSpan(148));
        return Raw(header).Raw(data).Raw(new byte[-(data?.Length ?? 0) & 511]);
    }

    /// <summary>Any bytes.</summary>
    public TarForge Raw(params ReadOnlySpan<byte> content)
    {
        bytes.AddRange(content);
        return this;
    }

    /// <summary>The two blocks of zeros at the end.</summary>
    public TarForge End() => Raw(new byte[1024]);
}

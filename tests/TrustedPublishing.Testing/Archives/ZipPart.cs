using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Text;

namespace TrustedPublishing.Testing.Archives;

/// <summary>A member of a ZIP archive; every field can be set to an invalid value.</summary>
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "The bytes of test data are read only, and arrays spread into collection expressions.")]
public sealed record ZipPart
{
    /// <summary>A stored member.</summary>
    public ZipPart(string name, string text = "")
        : this(name, Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>A stored member.</summary>
    public ZipPart(string name, byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        (LocalName, CentralName, Payload) = (Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(name), data);
        (LocalSize, CentralSize, LocalCompressed, CentralCompressed) = ((uint)data.Length, (uint)data.Length, (uint)data.Length, (uint)data.Length);
        Crc = Gzip.Crc(data);
    }

    /// <summary>The name in the local header.</summary>
    public byte[] LocalName { get; init; }

    /// <summary>The name in the central directory.</summary>
    public byte[] CentralName { get; init; }

    /// <summary>The data after the local header.</summary>
    public byte[] Payload { get; init; }

    /// <summary>The compression method.</summary>
    public ushort Method { get; init; }

    /// <summary>The flags in both headers.</summary>
    public ushort Flags { get; init; }

    /// <summary>The version needed to extract.</summary>
    public byte Version { get; init; } = 20;

    /// <summary>The checksum in both headers.</summary>
    public uint Crc { get; init; }

    /// <summary>The size in the local header.</summary>
    public uint LocalSize { get; init; }

    /// <summary>The size in the central directory.</summary>
    public uint CentralSize { get; init; }

    /// <summary>The compressed size in the local header.</summary>
    public uint LocalCompressed { get; init; }

    /// <summary>The compressed size in the central directory.</summary>
    public uint CentralCompressed { get; init; }

    /// <summary>The extra fields of the local header.</summary>
    public byte[] LocalExtra { get; init; } = [];

    /// <summary>The extra fields in the central directory.</summary>
    public byte[] CentralExtra { get; init; } = [];

    /// <summary>The member's comment.</summary>
    public byte[] Comment { get; init; } = [];

    /// <summary>The same member, compressed.</summary>
    public ZipPart Deflated()
    {
        var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(Payload);
        }

        return this with { Method = 8, Payload = compressed.ToArray(), LocalCompressed = (uint)compressed.Length, CentralCompressed = (uint)compressed.Length };
    }

    /// <summary>The same member under another name in both places.</summary>
    public ZipPart Named(byte[] name) => this with { LocalName = name, CentralName = name };

    /// <summary>The same member with extra fields in both places.</summary>
    public ZipPart With(byte[] extra) => this with { LocalExtra = extra, CentralExtra = extra };

    /// <summary>The local header and the data.</summary>
    public byte[] Local()
    {
        var header = new byte[30];
        "PK\u0003\u0004"u8.CopyTo(header);
        Common(header.AsSpan(4));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(18), LocalCompressed);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(22), LocalSize);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(26), (ushort)LocalName.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(28), (ushort)LocalExtra.Length);
        return [.. header, .. LocalName, .. LocalExtra, .. Payload];
    }

    /// <summary>The record in the central directory.</summary>
    public byte[] Central(uint offset)
    {
        var header = new byte[46];
        "PK\u0001\u0002"u8.CopyTo(header);
        header[4] = 20;
        Common(header.AsSpan(6));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(20), CentralCompressed);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(24), CentralSize);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(28), (ushort)CentralName.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), (ushort)CentralExtra.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), (ushort)Comment.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), offset);
        return [.. header, .. CentralName, .. CentralExtra, .. Comment];
    }

    /// <summary>The fields that both headers have in the same order: version, flags, method, time, date, checksum.</summary>
    private void Common(Span<byte> fields)
    {
        fields[0] = Version;
        BinaryPrimitives.WriteUInt16LittleEndian(fields[2..], Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[4..], Method);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[8..], 0x21);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[10..], Crc);
    }
}

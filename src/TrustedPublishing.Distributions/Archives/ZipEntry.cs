namespace TrustedPublishing.Distributions.Archives;

/// <summary>A member as the central directory describes it.</summary>
internal sealed record ZipEntry
{
    /// <summary>Its position in the central directory, starting at 0.</summary>
    public required int Index { get; init; }

    /// <summary>The name in the record: UTF-8 if the flag is set, otherwise code page 437.</summary>
    public required string RecordedName { get; init; }

    /// <summary>The name that installers use: up to the first null, or the one in the Info-ZIP Unicode path field.</summary>
    public required string Name { get; init; }

    /// <summary>The general purpose flags.</summary>
    public required ushort Flags { get; init; }

    /// <summary>The compression method.</summary>
    public required ushort Method { get; init; }

    /// <summary>The checksum of the data.</summary>
    public required uint Crc { get; init; }

    /// <summary>The size of the stored data.</summary>
    public required ulong CompressedSize { get; init; }

    /// <summary>The size of the data.</summary>
    public required ulong Size { get; init; }

    /// <summary>The actual offset of the local header.</summary>
    public required Int128 HeaderOffset { get; init; }

    /// <summary>The start of the next member or of the central directory.</summary>
    public Int128 EndOffset { get; set; }

    /// <summary>Whether reading it requires a password.</summary>
    public bool IsEncrypted => (Flags & 1) != 0;

    /// <summary>Whether the name denotes a folder.</summary>
    public bool IsFolder => Name.EndsWith('/') || Name.EndsWith('\\');
}

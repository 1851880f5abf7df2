namespace TrustedPublishing.Distributions.Archives;

/// <summary>A member as the central directory describes it.</summary>
internal sealed record ZipEntry
{
    /// <summary>Its place in the central directory, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The name in the record: UTF-8 when the flag says so, code page 437 otherwise.</summary>
    public required string RecordedName { get; init; }

    /// <summary>The name under which installers find it: up to the first null, or the one in the Info-ZIP Unicode path field.</summary>
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

    /// <summary>Where the local header really lies.</summary>
    public required Int128 HeaderOffset { get; init; }

    /// <summary>Where the next member, or the central directory, begins.</summary>
    public Int128 EndOffset { get; set; }

    /// <summary>Whether a password is needed to read it.</summary>
    public bool IsEncrypted => (Flags & 1) != 0;

    /// <summary>Whether the name is that of a folder.</summary>
    public bool IsFolder => Name.EndsWith('/') || Name.EndsWith('\\');
}

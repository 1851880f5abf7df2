namespace TrustedPublishing.Distributions.Archives;

/// <summary>The type of a file according to its content, whatever its name; it can be both ZIP and tar.</summary>
/// <param name="IsZip">Whether Python's <c>zipfile.is_zipfile</c> returns true.</param>
/// <param name="IsSdist">Whether it is a gzip-compressed tar archive.</param>
/// <param name="IsOtherTar">Whether it is an uncompressed tar archive, or starts like a format that Python would decompress: bzip2, xz,
/// zstandard.</param>
internal sealed record ArchiveKind(bool IsZip, bool IsSdist, bool IsOtherTar)
{
    /// <summary>Whether Python's <c>tarfile.is_tarfile</c> returns true.</summary>
    public bool IsTar => IsSdist || IsOtherTar;

    public static ArchiveKind Detect(Stream content)
    {
        var bytes = new ArchiveBytes(content);
        return new(IsZipFile(bytes), IsCompressedTar(content), IsPlainTar(bytes) || IsOtherwiseCompressed(bytes));
    }

    private static bool IsOtherwiseCompressed(ArchiveBytes bytes)
    {
        var start = bytes.At(0, 6);
        return start.StartsWith("BZh"u8) || start.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD])
            || start.SequenceEqual((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0]);
    }

    private static bool IsZipFile(ArchiveBytes bytes)
    {
        try
        {
            return ZipEnd.Find(bytes) is { } end && end.LooksRight(bytes);
        }
        catch (UnacceptableArchiveException)
        {
            return false;
        }
    }

    private static bool IsPlainTar(ArchiveBytes bytes)
    {
        var block = bytes.At(0, TarHeader.BlockSize);
        return block.Length == TarHeader.BlockSize && (!block.ContainsAnyExcept((byte)0) || TarHeader.Parse(block) is not null);
    }

    private static bool IsCompressedTar(Stream content)
    {
        try
        {
            using var archive = new TarReader(content);
            archive.Next();
            return true;
        }
        catch (UnacceptableArchiveException damage) when (damage is not FatalArchiveException)
        {
            return false;
        }
        catch (UnjudgedArchiveException)
        {
            return true;
        }
    }
}

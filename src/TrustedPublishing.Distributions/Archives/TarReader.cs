using System.Globalization;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// Reads a compressed tar archive once, header by header, as Python's <c>tarfile</c> does: an unreadable header ends the archive silently, unless
/// it is the first one or belongs to an extended header.
/// </summary>
internal sealed class TarReader(Stream source) : IDisposable
{
    /// <summary>The end of a longer member, including padding and everything before it, would overflow 64 bits.</summary>
    private const long Endless = long.MaxValue - ArchiveLimits.Tar;

    private readonly GzipReader gzip = new(source);
    private readonly Dictionary<string, string> global = new(StringComparer.Ordinal);
    private readonly byte[] buffer = new byte[64 * 1024];
    private long left;
    private int padding;
    private int members;

    /// <summary>Whether the archive ended with a block of zeros, as required.</summary>
    public bool EndedProperly { get; private set; }

    /// <summary>The next member, or null at the end. Unread data is skipped.</summary>
    /// <exception cref="UnacceptableArchiveException">PyPI could not read the archive either.</exception>
    /// <exception cref="UnjudgedArchiveException">The archive exceeds <see cref="ArchiveLimits"/>.</exception>
    public TarMember? Next()
    {
        try
        {
            Skip();
            var member = Header(new TarExtensions());
            (left, padding) = member is { HasData: true } ? (member.Size, Padding(member.Size)) : (0, 0);
            return member is null || members++ < ArchiveLimits.TarMembers ? member : throw Beyond($"it has more than {ArchiveLimits.TarMembers} members");
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or BadGzipException)
        {
            throw Damaged(damage);
        }
    }

    /// <summary>The next bytes of the current member; 0 at its end.</summary>
    public int Read(Span<byte> target)
    {
        try
        {
            var count = Fill(target[..(int)Math.Min(target.Length, left)]);
            left -= count;
            return count;
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or BadGzipException)
        {
            throw Damaged(damage);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gzip.Dispose();

    private static int Padding(long size) => (int)(-size & (TarHeader.BlockSize - 1));

    private static UnacceptableArchiveException NotTar() =>
        new("File is not a tarfile", "Build the sdist with a build backend, as a tar archive compressed with gzip.");

    /// <summary>
    /// The effect of damage depends on whether Python encounters it while detecting the file type: at that time it handles every error except the end
    /// of the file, afterwards every error except an invalid gzip header or trailer.
    /// </summary>
    private UnacceptableArchiveException Damaged(Exception damage) => damage switch
    {
        EndOfStreamException when members == 0 => ArchiveFindings.Fatal($"before its first member, {damage.Message}"),
        BadGzipException when members > 0 => ArchiveFindings.Fatal(damage.Message),
        _ when members == 0 => NotTar(),
        InvalidDataException => ArchiveFindings.Unreadable("its compressed data is damaged"),
        _ => ArchiveFindings.Unreadable(damage.Message),
    };

    private static UnjudgedArchiveException Beyond(string limit) => new(limit);

    /// <summary>The header of the next member, after its extended headers.</summary>
    private TarMember? Header(TarExtensions extensions)
    {
        while (true)
        {
            var block = buffer.AsSpan(0, TarHeader.BlockSize);
            var whole = Fill(block) == TarHeader.BlockSize;
            var header = whole ? TarHeader.Parse(block) : null;
            if (header is null || !Extend(extensions, header, out var extended))
            {
                EndedProperly = whole && !block.ContainsAnyExcept((byte)0);
                return extensions.Pending ? throw ArchiveFindings.Unreadable("an extended header is not followed by a header")
                    : members == 0 && !EndedProperly ? throw NotTar()
                    : null;
            }

            if (!extended)
            {
                return Member(extensions, header);
            }
        }
    }

    /// <summary>Reads a header that extends the next one; returns false if it is malformed.</summary>
    private bool Extend(TarExtensions extensions, TarHeader header, out bool extended)
    {
        extended = header.Type is 'L' or 'K' or 'x' or 'X' or 'g';
        if (!extended)
        {
            return true;
        }

        if (header.Size > ArchiveLimits.TarHeader)
        {
            throw Beyond($"an extended header has {header.Size} bytes, and no more than {ArchiveLimits.TarHeader} are read");
        }

        var content = new byte[header.Size + Padding(header.Size)];
        var read = content.AsSpan(0, Fill(content));
        switch (header.Type)
        {
            case 'L' or 'K':
                extensions.Add(header.Type == 'L' ? "path" : "linkpath", TarHeader.Text(read));
                return true;
            case 'g':
                return PaxHeader.TryRead(read, global) && extensions.Follow();
            default:
                var values = new Dictionary<string, string>(global, StringComparer.Ordinal);
                return PaxHeader.TryRead(read, values) && extensions.Add(values);
        }
    }

    private TarMember Member(TarExtensions extensions, TarHeader header)
    {
        for (var more = header.MoreSparse; more;)
        {
            var block = buffer.AsSpan(0, TarHeader.BlockSize);
            more = Fill(block) == TarHeader.BlockSize && block[504] != 0;
        }

        var values = extensions.Over(global);
        var size = values.TryGetValue("size", out var text)
            ? long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
            : header.Size;
        var name = values.GetValueOrDefault("GNU.sparse.name") ?? values.GetValueOrDefault("path") ?? header.Name;
        return new(
            header.Type == '5' || values.ContainsKey("path") ? name.TrimEnd('/') : name,
            header.Type,
            size,
            values.GetValueOrDefault("linkpath") ?? header.LinkName,
            header.Type == 'S' || PaxHeader.IsSparse(values));
    }

    /// <summary>Reads until the span is full or the data ends.</summary>
    private int Fill(Span<byte> target)
    {
        var filled = 0;
        int count;
        while (filled < target.Length && (count = gzip.Read(target[filled..])) > 0)
        {
            filled += count;
        }

        return gzip.Produced <= ArchiveLimits.Tar
            ? filled
            : throw Beyond($"it has more than {ArchiveLimits.Tar / 1024 / 1024 / 1024} GiB after decompression");
    }

    private void Skip()
    {
        if (left > Endless)
        {
            throw ArchiveFindings.Fatal("a member claims to have more bytes than Python can count");
        }

        for (var count = left + padding; count > 0;)
        {
            var read = Fill(buffer.AsSpan(0, (int)Math.Min(buffer.Length, count)));
            count = read > 0 ? count - read : throw ArchiveFindings.Unreadable("unexpected end of data");
        }

        (left, padding) = (0, 0);
    }
}

namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// A file as it was when it was opened. Archives state the size before the content, and a file that keeps growing would never end; so a file that
/// another process changes meanwhile is refused.
/// </summary>
internal sealed class UnchangedFile : ReadOnlyStream
{
    private readonly string member;
    private readonly FileStream file;
    private readonly DateTime written;

    /// <param name="member">The name in the archive.</param>
    /// <param name="path">The path on disk.</param>
    /// <exception cref="ChangedMemberException">The file does not exist any more, or cannot be read.</exception>
    public UnchangedFile(string member, string path)
    {
        this.member = member;
        file = Open(path);
        (Length, written) = (file.Length, File.GetLastWriteTimeUtc(file.SafeFileHandle));
    }

    public override long Length { get; }

    /// <exception cref="ChangedMemberException">The file has changed, or cannot be read any more.</exception>
    public override int Read(Span<byte> buffer)
    {
        var part = buffer[..(int)Math.Min(buffer.Length, Length - Passed)];
        var count = Read(file, part);
        Passed += count;
        return (count == 0 && part.Length > 0) || (Passed == Length && HasChanged()) ? throw new ChangedMemberException(member, "it changed while it was read") : count;
    }

    protected override void Dispose(bool disposing)
    {
        file.Dispose();
        base.Dispose(disposing);
    }

    private bool HasChanged() => file.Length != Length || File.GetLastWriteTimeUtc(file.SafeFileHandle) != written;

    private int Read(FileStream from, Span<byte> part)
    {
        try
        {
            return from.Read(part);
        }
        catch (IOException unreadable)
        {
            throw new ChangedMemberException(member, unreadable.Message, unreadable);
        }
    }

    private FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ChangedMemberException(member, unreadable.Message, unreadable);
        }
    }
}

/// <summary>A file that was found before has changed or cannot be read any more.</summary>
internal sealed class ChangedMemberException(string member, string detail, Exception? inner = null) : IOException(detail, inner)
{
    /// <summary>The member's name.</summary>
    public string Member { get; } = member;
}

namespace TrustedPublishing.Distributions.Archives;

/// <summary>The data of the current member of a tar archive.</summary>
internal sealed class TarMemberStream(TarReader archive, long length) : ReadOnlyStream
{
    public override long Length => length;

    /// <exception cref="UnacceptableArchiveException">The archive ends within the member.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = archive.Read(buffer);
        Passed += count;
        return count > 0 || Passed == length || buffer.IsEmpty ? count : throw ArchiveFindings.Unreadable("unexpected end of data");
    }
}

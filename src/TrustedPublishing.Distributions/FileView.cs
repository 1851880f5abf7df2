using Microsoft.Win32.SafeHandles;
using TrustedPublishing.Distributions.Archives;

namespace TrustedPublishing.Distributions;

/// <summary>
/// An open file as a seekable, unbuffered stream. A <see cref="FileStream"/> is not suitable because it takes ownership of the handle.
/// The handle is left open.
/// </summary>
internal sealed class FileView(SafeFileHandle file) : SeekableReadOnlyStream
{
    public override long Length { get; } = RandomAccess.GetLength(file);

    public override int Read(Span<byte> buffer)
    {
        var count = RandomAccess.Read(file, buffer, Passed);
        Passed += count;
        return count;
    }
}

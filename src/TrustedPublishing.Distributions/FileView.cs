using Microsoft.Win32.SafeHandles;
using TrustedPublishing.Distributions.Archives;

namespace TrustedPublishing.Distributions;

/// <summary>
/// An open file as a seekable, unbuffered stream. A <see cref="FileStream"/> is not suitable because it takes ownership of the handle.
/// The handle is left open.
/// </summary>
internal sealed class FileView(SafeFileHandle file) : ReadOnlyStream
{
    public override bool CanSeek => true;

    public override long Length { get; } = RandomAccess.GetLength(file);

    public override long Position
    {
        get => Passed;
        set => Passed = value;
    }

    public override int Read(Span<byte> buffer)
    {
        var count = RandomAccess.Read(file, buffer, Passed);
        Passed += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Passed = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Passed + offset,
        _ => Length + offset,
    };
}

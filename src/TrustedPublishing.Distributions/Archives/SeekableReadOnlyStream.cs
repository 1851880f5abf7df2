namespace TrustedPublishing.Distributions.Archives;

/// <summary>The base of streams that can be read from any position.</summary>
internal abstract class SeekableReadOnlyStream : ReadOnlyStream
{
    public override bool CanSeek => true;

    public override long Position
    {
        get => Passed;
        set => Passed = value;
    }

    public override long Seek(long offset, SeekOrigin origin) => Passed = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Passed + offset,
        _ => Length + offset,
    };
}

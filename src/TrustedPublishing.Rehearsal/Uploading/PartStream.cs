using TrustedPublishing.Distributions.Archives;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>The current part of a form.</summary>
internal sealed class PartStream(MultipartForm form) : ReadOnlyStream
{
    public override long Length => throw new NotSupportedException();

    public override int Read(Span<byte> buffer) => throw new NotSupportedException();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => form.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        form.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}

using System.Buffers;
using System.Text;

namespace TrustedPublishing.Http;

/// <summary>
/// Reads response bodies. Decoded bytes are counted while they are read, so a small compressed response cannot expand without limit.
/// </summary>
/// <param name="limit">The maximum number of bytes to keep.</param>
internal sealed class BoundedBody(int limit)
{
    private const int PieceSize = 64 << 10;

    private readonly ArrayBufferWriter<byte> kept = new();

    /// <summary>What has been read so far, truncated at the limit.</summary>
    public ReadOnlyMemory<byte> Bytes => kept.WrittenMemory[..Math.Min(kept.WrittenCount, limit)];

    /// <summary>The same as text; invalid UTF-8 becomes replacement characters.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    /// <summary>Whether the content exceeded the limit.</summary>
    public bool IsCut => kept.WrittenCount > limit;

    /// <summary>Reads to the end, or to one byte beyond the limit.</summary>
    /// <exception cref="IOException">The connection was lost, or the body is not compressed as its header claims.</exception>
    /// <exception cref="HttpRequestException">The response is not valid HTTP.</exception>
    public async Task<BoundedBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            return await ReadAsync(stream, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            throw new IOException("the response is not compressed as its header states", exception);
        }
    }

    /// <summary>The same for a stream.</summary>
    public async Task<BoundedBody> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (!IsCut)
        {
            var read = await stream.ReadAsync(kept.GetMemory(PieceSize)[..Math.Min(PieceSize, limit + 1 - kept.WrittenCount)], cancellationToken);
            if (read == 0)
            {
                break;
            }

            kept.Advance(read);
        }

        return this;
    }
}

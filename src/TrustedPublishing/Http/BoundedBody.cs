using System.Buffers;
using System.Text;

namespace TrustedPublishing.Http;

/// <summary>
/// Reads what others send: decoded bytes are counted while they are read, so that a small compressed answer cannot become a large one here.
/// </summary>
/// <param name="limit">The most that is kept, in bytes.</param>
internal sealed class BoundedBody(int limit)
{
    private const int PieceSize = 64 << 10;

    private readonly ArrayBufferWriter<byte> kept = new();

    /// <summary>What was read so far, cut at the limit.</summary>
    public ReadOnlyMemory<byte> Bytes => kept.WrittenMemory[..Math.Min(kept.WrittenCount, limit)];

    /// <summary>The same as text; what is no UTF-8 becomes replacement characters.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    /// <summary>Whether there was more than the limit.</summary>
    public bool IsCut => kept.WrittenCount > limit;

    /// <summary>Reads to the end, or one byte beyond the limit.</summary>
    /// <exception cref="IOException">The connection was lost, or the body is not compressed as its header says.</exception>
    /// <exception cref="HttpRequestException">The answer is no HTTP.</exception>
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

using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>Receives the JSON body of a request, limited to the size that such a request can need.</summary>
internal static class JsonBody
{
    private const int Limit = 1024 * 1024;

    /// <summary>The bytes; a longer body is truncated, which makes its JSON invalid.</summary>
    public static async Task<byte[]> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                await body.WriteAsync(buffer.AsMemory(0, (int)Math.Min(read, Limit - body.Length)), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return body.ToArray();
    }
}

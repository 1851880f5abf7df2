using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using TrustedPublishing.Distributions;
using TrustedPublishing.Release;

namespace TrustedPublishing.Upload;

/// <summary>
/// The body of one upload as <c>multipart/form-data</c> of known length: the fields, then the file, which is read from disk and hashed while it is
/// sent. The last block is sent only if the digest matches the inspected file, so the index can never store a changed file. Not .NET's own
/// implementation, because that leaves simple part names unquoted and adds <c>filename*</c>, which indexes interpret differently.
/// </summary>
internal sealed class UploadBody : HttpContent
{
    private const int BufferSize = 256 << 10;

    private readonly byte[] head;
    private readonly byte[] tail;
    private readonly Func<Stream> open;
    private readonly long size;
    private readonly string sha256;
    private readonly Action<long> onSent;

    /// <param name="form">The text fields.</param>
    /// <param name="fileName">The file name of the file part.</param>
    /// <param name="open">Opens the file when the body is sent.</param>
    /// <param name="size">The inspected size of the file in bytes.</param>
    /// <param name="sha256">The inspected SHA-256 as 64 lower-case hexadecimal digits.</param>
    /// <param name="boundary">The boundary between the parts; must not occur in them.</param>
    /// <param name="onSent">Called with the number of bytes of the file that have been sent.</param>
    public UploadBody(UploadForm form, string fileName, Func<Stream> open, long size, string sha256, string boundary, Action<long> onSent)
    {
        (this.open, this.size, this.sha256, this.onSent) = (open, size, sha256, onSent);
        head = Head(form, fileName, boundary);
        tail = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new("boundary", boundary) } };
    }

    /// <summary>Whether any part of the file was sent.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether the last bytes were sent: from then on the index may have accepted the file, even if no response arrives.</summary>
    public bool IsComplete { get; private set; }

    protected override bool TryComputeLength(out long length)
    {
        length = head.Length + size + tail.Length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var file = open();
        await stream.WriteAsync(head, cancellationToken);
        await PumpAsync(file, stream, cancellationToken);
        IsComplete = true;
        await stream.WriteAsync(tail, cancellationToken);
    }

    /// <summary>Reads the next block while the previous one is written.</summary>
    private async Task PumpAsync(Stream file, Stream stream, CancellationToken cancellationToken)
    {
        var (current, next) = (new byte[BufferSize], new byte[BufferSize]); // not shared: the hashed bytes are the bytes that are sent
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var sent = 0L;
        for (var read = await file.ReadAsync(current, cancellationToken); read > 0;)
        {
            sent += read;
            hash.AppendData(current, 0, read);
            if (sent > size || (sent == size && Convert.ToHexStringLower(hash.GetCurrentHash()) != sha256))
            {
                throw FileFaultException.Changed();
            }

            var reading = file.ReadAsync(next, cancellationToken).AsTask();
            try
            {
                await stream.WriteAsync(current.AsMemory(0, read), cancellationToken);
            }
            finally
            {
                await Task.WhenAny(reading); // the buffer is in use until the read completes, even if the connection is lost
            }

            IsStarted = true;
            onSent(sent);
            (read, current, next) = (await reading, next, current);
        }

        if (sent != size)
        {
            throw FileFaultException.Changed();
        }
    }

    private static byte[] Head(UploadForm form, string fileName, string boundary)
    {
        var head = new StringBuilder();
        foreach (var field in form.Fields)
        {
            head.Append("--").Append(boundary).Append("\r\nContent-Disposition: form-data; name=\"").Append(Quoted(field.Name))
                .Append("\"\r\n\r\n").Append(field.Value).Append("\r\n");
        }

        head.Append("--").Append(boundary).Append("\r\nContent-Disposition: form-data; name=\"content\"; filename=\"").Append(Quoted(fileName))
            .Append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return Encoding.UTF8.GetBytes(head.ToString());
    }

    /// <summary>
    /// Quotes the name as browsers do (<see href="https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data"/>).
    /// </summary>
    private static string Quoted(string name) => name
        .Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}

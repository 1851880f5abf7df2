using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using TrustedPublishing.Distributions;
using TrustedPublishing.Release;

namespace TrustedPublishing.Upload;

/// <summary>
/// The form of one upload as <c>multipart/form-data</c> of known length: fields, then the file, read from disk and hashed while it is sent. Its
/// last piece is only sent when the bytes are those that were inspected: of anything else no index gets enough to store it. Written here
/// because .NET's own form leaves plain part names unquoted and adds <c>filename*</c>, which indexes read differently.
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
    /// <param name="fileName">The name that the file part carries.</param>
    /// <param name="open">Opens the file; called when the body is sent.</param>
    /// <param name="size">The file's length in bytes, as it was inspected.</param>
    /// <param name="sha256">Its SHA-256 as 64 lower-case hexadecimal digits, as it was inspected.</param>
    /// <param name="boundary">What separates the parts; must not occur in them.</param>
    /// <param name="onSent">Told how many bytes of the file have been sent.</param>
    public UploadBody(UploadForm form, string fileName, Func<Stream> open, long size, string sha256, string boundary, Action<long> onSent)
    {
        (this.open, this.size, this.sha256, this.onSent) = (open, size, sha256, onSent);
        head = Head(form, fileName, boundary);
        tail = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new("boundary", boundary) } };
    }

    /// <summary>Whether a part of the file was sent.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether the last bytes were on their way: from then on the index may have accepted the file, whatever is heard of it.</summary>
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

    /// <summary>The next piece is read while the last one is written.</summary>
    private async Task PumpAsync(Stream file, Stream stream, CancellationToken cancellationToken)
    {
        var (current, next) = (new byte[BufferSize], new byte[BufferSize]); // never shared: what was hashed is what is sent
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
                await Task.WhenAny(reading); // until then the buffer is in use, also when the connection is lost
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

    /// <summary>As browsers do it (<see href="https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data"/>).</summary>
    private static string Quoted(string name) => name
        .Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}

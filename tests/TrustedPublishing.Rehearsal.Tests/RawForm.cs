using System.Net.Http.Headers;
using System.Text;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests;

/// <summary>A multipart form written byte by byte, so that a test decides what is on the wire.</summary>
internal sealed class RawForm
{
    private const string Boundary = "----tests-boundary";

    private readonly List<byte> body = [];

    public static RawForm Of(IEnumerable<FormField> fields) =>
        fields.Aggregate(new RawForm(), (form, field) => form.Part($"form-data; name=\"{field.Name}\"", Encoding.UTF8.GetBytes(field.Value)));

    /// <summary>The file part; null for <paramref name="header"/> leaves the content type out.</summary>
    public RawForm File(string fileName, byte[] content, string? header = "Content-Type: application/octet-stream") =>
        Part($"form-data; name=\"content\"; filename=\"{fileName}\"", content, header is null ? [] : [header]);

    public RawForm Part(string disposition, byte[] content, params ReadOnlySpan<string> headers)
    {
        var head = new StringBuilder($"--{Boundary}\r\nContent-Disposition: {disposition}\r\n");
        foreach (var header in headers)
        {
            head.Append(header).Append("\r\n");
        }

        body.AddRange(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()));
        body.AddRange(content);
        body.AddRange("\r\n"u8);
        return this;
    }

    public ByteArrayContent ToContent()
    {
        var content = new ByteArrayContent([.. body, .. Encoding.ASCII.GetBytes($"--{Boundary}--\r\n")]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={Boundary}");
        return content;
    }
}

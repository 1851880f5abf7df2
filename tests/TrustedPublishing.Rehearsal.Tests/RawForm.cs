using System.Net.Http.Headers;
using System.Text;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests;

/// <summary>A multipart form written byte by byte, so that a test determines what is sent.</summary>
internal sealed class RawForm
{
    private const string Boundary = "----tests-boundary";

    private readonly List<byte> body = [];
    private readonly List<(string Head, byte[] Content)> parts = [];

    public static RawForm Of(IEnumerable<FormField> fields) =>
        fields.Aggregate(new RawForm(), (form, field) => form.Part($"form-data; name=\"{field.Name}\"", Encoding.UTF8.GetBytes(field.Value)));

    /// <summary>The file part; null for <paramref name="header"/> omits the content type.</summary>
    public RawForm File(string fileName, byte[] content, string? header = "Content-Type: application/octet-stream") =>
        Part($"form-data; name=\"content\"; filename=\"{fileName}\"", content, header is null ? [] : [header]);

    public RawForm Part(string disposition, byte[] content, params ReadOnlySpan<string> headers)
    {
        var head = new StringBuilder($"--{Boundary}\r\nContent-Disposition: {disposition}\r\n");
        foreach (var header in headers)
        {
            head.Append(header).Append("\r\n");
        }

        parts.Add((head.Append("\r\n").ToString(), content));
        body.AddRange(Encoding.UTF8.GetBytes(head.ToString()));
        body.AddRange(content);
        body.AddRange("\r\n"u8);
        return this;
    }

    /// <summary>
    /// The form with different line endings between its parts and headers, a different end, and a prefix; <c>{}</c> represents the boundary.
    /// </summary>
    public ByteArrayContent ToContent(string lineEnd = "\r\n", string end = "--{}--\r\n", string preamble = "")
    {
        var parts = lineEnd == "\r\n" ? body : this.parts.SelectMany(part => Bytes(part.Head.Replace("\r\n", lineEnd, StringComparison.Ordinal)).Concat(part.Content).Concat(Bytes(lineEnd)));
        var content = new ByteArrayContent([.. Bytes(preamble), .. parts, .. Bytes(end)]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={Boundary}");
        return content;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.Replace("{}", Boundary, StringComparison.Ordinal));
}

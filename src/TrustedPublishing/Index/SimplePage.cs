using System.Text;

namespace TrustedPublishing.Index;

/// <summary>Parses a project's page in the format of the response's content type.</summary>
internal static class SimplePage
{
    /// <summary>Prefers JSON to HTML, as PEP 691 specifies.</summary>
    public const string Accept = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1";

    /// <summary>In bytes. Indexes without JSON are small.</summary>
    private const int LargestHtml = 8 << 20;

    /// <exception cref="FormatException">It is not a Simple API page; the message says what it is.</exception>
    public static IndexProject Read(string? contentType, ReadOnlyMemory<byte> body, Uri page, string project) => contentType switch
    {
        "application/vnd.pypi.simple.v1+json" or "application/json" or "application/vnd.pypi.simple.latest+json" => SimpleJson.Read(body, page, project),
        "text/html" or "application/vnd.pypi.simple.v1+html" or "application/xhtml+xml" => body.Length > LargestHtml
            ? throw new FormatException($"it is larger than {LargestHtml >> 20} MiB of HTML")
            : SimpleHtml.Read(Encoding.UTF8.GetString(body.Span), page, project),
        _ => throw new FormatException($"its content type is '{contentType}', and the Simple API has JSON or HTML"),
    };
}

using TrustedPublishing.Http;

namespace TrustedPublishing.Index;

/// <summary>What an index answered when it was read.</summary>
/// <param name="Answer">Status or fault; its body is not used.</param>
/// <param name="Url">The page that answered, redirects followed.</param>
/// <param name="ContentType">The media type without parameters, or null.</param>
/// <param name="Body">The bytes; null when there are more than the limit.</param>
internal sealed record SimpleResponse(HttpResponse Answer, Uri Url, string? ContentType = null, ReadOnlyMemory<byte>? Body = null);

namespace TrustedPublishing.Output;

/// <summary>Parses URLs from outside. Nothing here throws, whatever they contain.</summary>
internal static class ForeignUri
{
    /// <summary>No meaningful URL is longer; .NET itself accepts about 65,000 characters.</summary>
    private const int Longest = 8192;

    /// <summary>An absolute URL; null if the text is not one.</summary>
    public static Uri? OrNull(string? text) => Create(null, text);

    /// <summary>A URL resolved against <paramref name="origin"/>, with http or https and a host; null if it is not valid.</summary>
    public static Uri? From(Uri origin, string? text) => Create(origin, text) is { } url && IsWeb(url) ? url : null;

    /// <summary>The same for a URL that .NET parsed from a header; it may be relative and is validated only after it is resolved.</summary>
    public static Uri? From(Uri origin, Uri? location) => From(origin, location?.OriginalString);

    private static Uri? Create(Uri? origin, string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
        {
            return null;
        }

        try
        {
            var isOne = origin is null ? Uri.TryCreate(text, UriKind.Absolute, out var url) : Uri.TryCreate(origin, text, out url);
            return isOne && url!.AbsoluteUri.Length > 0 ? url : null; // .NET validates the host only when a part is first accessed
        }
        catch (Exception exception) when (exception is UriFormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsWeb(Uri url) => url.Scheme is "https" or "http" && url.Host.Length > 0;
}

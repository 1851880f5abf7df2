namespace TrustedPublishing.Output;

/// <summary>Addresses that others wrote: nothing here can throw, whatever they hold.</summary>
internal static class ForeignUri
{
    /// <summary>No address that means something is longer; .NET itself takes some 65,000 characters.</summary>
    private const int Longest = 8192;

    /// <summary>An absolute address; null when it is none.</summary>
    public static Uri? OrNull(string? text) => Create(null, text);

    /// <summary>An address as seen from <paramref name="origin"/>, with http or https and a host; null when it is none.</summary>
    public static Uri? From(Uri origin, string? text) => Create(origin, text) is { } url && IsWeb(url) ? url : null;

    /// <summary>As the other, for an address that .NET parsed out of a header; it may be relative, and what it says is only known when it is resolved.</summary>
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
            return isOne && url!.AbsoluteUri.Length > 0 ? url : null; // hosts are checked late, when a part is first asked for
        }
        catch (Exception exception) when (exception is UriFormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsWeb(Uri url) => url.Scheme is "https" or "http" && url.Host.Length > 0;
}

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>Explains where the links and images of a description lead on PyPI.</summary>
internal static class LinkNotes
{
    /// <summary>What PyPI does with a link; null if the link works.</summary>
    /// <param name="address">Its target.</param>
    /// <param name="fragments">The identifiers within the page.</param>
    /// <param name="prefix">The prefix that PyPI adds to the name of each fragment.</param>
    public static string? OfLink(string address, IReadOnlySet<string> fragments, string prefix) =>
        address.StartsWith('#')
            ? address.Length == 1 || fragments.Contains(prefix + Uri.UnescapeDataString(address[1..])) || address.StartsWith("#fn", StringComparison.Ordinal) ? null
                : $"The page has no target for the link {address}. Link to a heading of this description."
            : Scheme(address) is not { } scheme ? $"The relative link {address} leads nowhere on PyPI. Write an absolute address."
            : AllowedMarkup.Schemes.Contains(scheme) ? null
            : $"PyPI removes the address {address}: only http, https and mailto are allowed.";

    /// <summary>What PyPI does with an image; null if the image is shown.</summary>
    public static string? OfImage(string address) =>
        Scheme(address) is not { } scheme ? $"The image {address} is not found on PyPI, because its address is relative. Write an absolute address."
        : scheme is "http" or "https" ? null
        : $"PyPI does not show the image {Short(address)}: only http and https are allowed.";

    /// <summary>Whether an address points outside the page, independently of the page's own address.</summary>
    public static bool IsAbsolute(string address) => Scheme(address) is not null;

    private static string? Scheme(string address)
    {
        if (address.StartsWith("//", StringComparison.Ordinal))
        {
            return "https";
        }

        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(address[0]) && address.AsSpan(0, colon).IndexOfAny("/?# ") < 0 ? address[..colon].ToLowerInvariant() : null;
    }

    private static string Short(string address) => address.Length <= 60 ? address : $"{address[..60]}…";
}

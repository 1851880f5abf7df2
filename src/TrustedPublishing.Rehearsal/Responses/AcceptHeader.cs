using Microsoft.Net.Http.Headers;

namespace TrustedPublishing.Rehearsal.Responses;

/// <summary>Chooses a media type (RFC 9110, 12.5.1): highest quality first, then the server's own order.</summary>
internal static class AcceptHeader
{
    /// <summary>The best of <paramref name="offers"/>, or null if the header excludes all of them. An empty header excludes nothing.</summary>
    public static string? Choose(string header, params ReadOnlySpan<string> offers)
    {
        if (header.Length == 0)
        {
            return offers[0];
        }

        if (!MediaTypeHeaderValue.TryParseList([header], out var ranges))
        {
            return offers[0];
        }

        string? best = null;
        var quality = 0.0;
        foreach (var offer in offers)
        {
            var own = Quality(ranges, new(offer));
            (best, quality) = own > quality ? (offer, own) : (best, quality);
        }

        return best;
    }

    /// <summary>The quality of the most specific range that covers the offer.</summary>
    private static double Quality(IList<MediaTypeHeaderValue> ranges, MediaTypeHeaderValue offer) =>
        ranges.Where(range => Covers(range, offer))
            .OrderByDescending(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2)
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();

    /// <summary>Without the suffix rules of MediaTypeHeaderValue: <c>application/json</c> does not cover <c>application/vnd.x+json</c>.</summary>
    private static bool Covers(MediaTypeHeaderValue range, MediaTypeHeaderValue offer) =>
        range.MatchesAllTypes
        || (range.Type.Equals(offer.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals(offer.SubType, StringComparison.OrdinalIgnoreCase)));
}

using System.Net.Http.Headers;

namespace TrustedPublishing.Http;

/// <summary>The <c>Retry-After</c> header (RFC 9110, 10.2.3): a number of seconds or a date.</summary>
internal static class RetryAfter
{
    /// <summary>The delay; null if the header is absent, and never negative.</summary>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, DateTimeOffset now) => header switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}

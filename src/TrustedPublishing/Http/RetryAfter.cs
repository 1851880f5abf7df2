using System.Net.Http.Headers;

namespace TrustedPublishing.Http;

/// <summary>How long a server asks to wait (RFC 9110, 10.2.3): in seconds, or until a date.</summary>
internal static class RetryAfter
{
    /// <summary>Null when it does not ask; never negative.</summary>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, DateTimeOffset now) => header switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}

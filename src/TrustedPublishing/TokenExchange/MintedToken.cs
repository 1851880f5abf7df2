namespace TrustedPublishing.TokenExchange;

/// <summary>A short-lived API token.</summary>
/// <param name="Value">The token.</param>
/// <param name="Expires">Its end; null when the index does not say.</param>
/// <param name="Minted">When it came.</param>
internal sealed record MintedToken(Secret Value, DateTimeOffset? Expires, DateTimeOffset Minted)
{
    /// <summary>A file that takes long must not outlive the token: PyPI checks it when the whole file has arrived.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Whether it is time for another one: under three minutes are left. Of a token that lives for less than six, half its life, or each file
    /// would need its own.
    /// </summary>
    public bool IsDue(DateTimeOffset now)
    {
        if (Expires is not { } end)
        {
            return false;
        }

        var half = (end - Minted) / 2;
        return end - now < (half < Reserve ? half : Reserve);
    }

    public bool IsOver(DateTimeOffset now) => Expires <= now;
}

namespace TrustedPublishing.TokenExchange;

/// <summary>A short-lived API token.</summary>
/// <param name="Value">The token.</param>
/// <param name="Expires">When it expires; null if the index does not say.</param>
/// <param name="Minted">When it was received.</param>
internal sealed record MintedToken(Secret Value, DateTimeOffset? Expires, DateTimeOffset Minted)
{
    /// <summary>A long upload must not outlive the token: PyPI checks the token after the whole file has arrived.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Whether the token must be replaced: less than three minutes are left. For a token that is valid for less than six minutes, the limit is half
    /// its lifetime; otherwise each file would need a new one.
    /// </summary>
    public bool IsDue(DateTimeOffset now)
    {
        if (Expires is not { } end)
        {
            return false;
        }

        var left = end - now;
        return left < Reserve && left < (end - Minted) / 2;
    }

    public bool IsOver(DateTimeOffset now) => Expires <= now;
}

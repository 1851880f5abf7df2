namespace TrustedPublishing.TokenExchange;

/// <summary>How an exchange ended.</summary>
internal abstract record MintOutcome
{
    private MintOutcome()
    {
    }

    /// <summary>An API token.</summary>
    public sealed record Minted(MintedToken Token) : MintOutcome;

    /// <summary>The index says no, and why.</summary>
    public sealed record Refused(IReadOnlyList<ExchangeRejection> Reasons) : MintOutcome
    {
        /// <summary>A key that the CI system has just rotated is refused like this for up to a minute.</summary>
        public bool IsInvalidToken => Reasons.Any(reason => reason.Code == "invalid-token");
    }

    /// <summary>No answer, or one that is not of this protocol.</summary>
    public sealed record Unusable : MintOutcome;
}

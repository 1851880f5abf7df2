namespace TrustedPublishing.TokenExchange;

/// <summary>The outcome of an exchange.</summary>
internal abstract record MintOutcome
{
    private MintOutcome()
    {
    }

    /// <summary>An API token.</summary>
    public sealed record Minted(MintedToken Token) : MintOutcome;

    /// <summary>The index rejected the exchange and gave reasons.</summary>
    public sealed record Refused(IReadOnlyList<ExchangeRejection> Reasons) : MintOutcome
    {
        /// <summary>A token signed with a key that the CI system has just rotated is rejected like this for up to a minute.</summary>
        public bool IsInvalidToken => Reasons.Any(reason => reason.Code == "invalid-token");
    }

    /// <summary>No response, or one that is not part of this protocol.</summary>
    public sealed record Unusable : MintOutcome;
}

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>The outcome of an exchange.</summary>
internal abstract record MintVerdict
{
    /// <summary>An API token was issued.</summary>
    public sealed record Minted(State.TokenRow Token) : MintVerdict;

    /// <summary>Rejected with one of PyPI's codes.</summary>
    public sealed record Refused(string Code, string Description) : MintVerdict;

    /// <summary>The server would fail with status 500.</summary>
    public sealed record Crashed : MintVerdict;
}

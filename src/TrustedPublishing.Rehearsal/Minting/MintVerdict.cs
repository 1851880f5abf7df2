namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>The outcome of an exchange.</summary>
internal abstract record MintVerdict
{
    /// <summary>An API token was made.</summary>
    public sealed record Minted(State.TokenRow Token) : MintVerdict;

    /// <summary>Refused, with one of PyPI's codes.</summary>
    public sealed record Refused(string Code, string Description) : MintVerdict;

    /// <summary>The server would fail.</summary>
    public sealed record Crashed : MintVerdict;
}

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>Why a publisher does not match an identity token.</summary>
internal sealed record Rejection(string Reason)
{
    /// <summary>The token was already exchanged. This does not depend on the publishers, but is detected while they are compared.</summary>
    public static Rejection Reused { get; } = new("invalid token: already used");

    /// <summary>The server fails on the claims.</summary>
    public static Rejection Crash { get; } = new("Internal Server Error");

    public static Rejection NotFound { get; } = new("Publisher with matching claims was not found");

    public static Rejection Missing(string claim) => new($"Missing claim '{claim}'");

    public static Rejection Required(string claim) => new($"Check failed for required claim '{claim}'");

    public static Rejection Optional(string claim) => new($"Check failed for optional claim '{claim}'");
}

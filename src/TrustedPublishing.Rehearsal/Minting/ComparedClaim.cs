namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>A claim of an identity token, compared with the value that a registered publisher requires.</summary>
/// <param name="Claim">Its name.</param>
/// <param name="Sent">The value in the token; null if the token lacks the claim.</param>
/// <param name="Needed">The value that the publisher requires, or a description if there is no single value.</param>
/// <param name="Fits">Whether they match.</param>
internal sealed record ComparedClaim(string Claim, string? Sent, string Needed, bool Fits)
{
    /// <summary>A claim that must have exactly one value.</summary>
    public static ComparedClaim Exact(Claims claims, string claim, string needed, StringComparison comparison = StringComparison.Ordinal) =>
        new(claim, claims.Shown(claim), needed, string.Equals(claims.Text(claim), needed, comparison));

    /// <summary>A claim that must have exactly one value unless the publisher was registered without it.</summary>
    public static ComparedClaim Optional(Claims claims, string claim, string needed, StringComparison comparison = StringComparison.Ordinal) =>
        needed.Length == 0 ? new(claim, claims.Shown(claim), "any", true) : Exact(claims, claim, needed, comparison);
}

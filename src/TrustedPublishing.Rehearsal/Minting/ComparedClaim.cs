namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>A claim of an identity token beside what a registered publisher needs.</summary>
/// <param name="Claim">Its name.</param>
/// <param name="Sent">What the token says; null when it does not have it.</param>
/// <param name="Needed">What the publisher needs, in words where that is no single value.</param>
/// <param name="Fits">Whether they agree.</param>
internal sealed record ComparedClaim(string Claim, string? Sent, string Needed, bool Fits)
{
    /// <summary>A claim that must have one value.</summary>
    public static ComparedClaim Exact(Claims claims, string claim, string needed, StringComparison comparison = StringComparison.Ordinal) =>
        new(claim, claims.Shown(claim), needed, string.Equals(claims.Text(claim), needed, comparison));

    /// <summary>A claim that must have one value unless the publisher was registered without.</summary>
    public static ComparedClaim Optional(Claims claims, string claim, string needed, StringComparison comparison = StringComparison.Ordinal) =>
        needed.Length == 0 ? new(claim, claims.Shown(claim), "any", true) : Exact(claims, claim, needed, comparison);
}

namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>A role of interpreted text.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Language">The programming language of <c>code</c>; null when none was given.</param>
internal sealed record RstRole(RstRoleKind Kind, string? Language = null);

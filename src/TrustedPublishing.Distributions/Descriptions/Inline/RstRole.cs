namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>A role of interpreted text.</summary>
/// <param name="Kind">Its effect.</param>
/// <param name="Language">The programming language of <c>code</c>; null if none was given.</param>
/// <param name="Name">Its name, or that of its base role; empty if it only sets a class.</param>
internal sealed record RstRole(RstRoleKind Kind, string? Language = null, string Name = "");

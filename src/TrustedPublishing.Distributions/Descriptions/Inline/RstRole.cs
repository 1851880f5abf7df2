namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>A role of interpreted text.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Language">The programming language of <c>code</c>; null when none was given.</param>
/// <param name="Name">Its name, or that of the role it is based on; empty for one that only has a class.</param>
internal sealed record RstRole(RstRoleKind Kind, string? Language = null, string Name = "");

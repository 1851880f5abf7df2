namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>Work that a directive defers until the document has been parsed.</summary>
/// <param name="Node">The element concerned.</param>
/// <param name="Work">The kind of work.</param>
/// <param name="IsLocal">Whether a table of contents lists its own section only.</param>
internal sealed record RstPending(RstNode Node, RstPendingWork Work, bool IsLocal = false);

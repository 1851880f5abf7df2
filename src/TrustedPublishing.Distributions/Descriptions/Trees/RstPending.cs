namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>Something that a directive leaves to be done when the document has been read.</summary>
/// <param name="Node">What it is about.</param>
/// <param name="Work">What is to be done.</param>
/// <param name="IsLocal">Whether a table of contents lists its own section only.</param>
internal sealed record RstPending(RstNode Node, RstPendingWork Work, bool IsLocal = false);

using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>A text that was read: what it consists of, and the messages about it.</summary>
internal sealed record RstInlineText(List<RstNode> Nodes, List<RstNode> Messages);

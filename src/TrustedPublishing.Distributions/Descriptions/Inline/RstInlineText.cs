using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>A parsed text: its nodes and the messages about it.</summary>
internal sealed record RstInlineText(List<RstNode> Nodes, List<RstNode> Messages);

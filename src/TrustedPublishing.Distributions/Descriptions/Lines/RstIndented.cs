namespace TrustedPublishing.Distributions.Descriptions.Lines;

/// <summary>An indented block.</summary>
/// <param name="Lines">Its lines, without their common indentation.</param>
/// <param name="Indent">That indentation.</param>
/// <param name="IsFinished">Whether it is followed by a blank line or by nothing.</param>
/// <param name="Offset">The number of lines of the document before it, if known.</param>
internal sealed record RstIndented(RstLines Lines, int Indent, bool IsFinished, int Offset = 0);

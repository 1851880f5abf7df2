namespace TrustedPublishing.Distributions.Descriptions.Lines;

/// <summary>An indented block.</summary>
/// <param name="Lines">Its lines, less their common indentation.</param>
/// <param name="Indent">That indentation.</param>
/// <param name="IsFinished">Whether a blank line or nothing follows.</param>
/// <param name="Offset">The number of lines of the document before it, where that is known.</param>
internal sealed record RstIndented(RstLines Lines, int Indent, bool IsFinished, int Offset = 0);

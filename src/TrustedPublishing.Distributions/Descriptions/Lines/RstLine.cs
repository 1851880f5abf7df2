namespace TrustedPublishing.Distributions.Descriptions.Lines;

/// <summary>A line of the document, or its remaining part within a block.</summary>
/// <param name="Text">The text without trailing white space.</param>
/// <param name="Number">Its number in the document, starting at 1.</param>
internal readonly record struct RstLine(string Text, int Number);

namespace TrustedPublishing.Distributions.Descriptions.Lines;

/// <summary>A line of the document, or what is left of it inside a block.</summary>
/// <param name="Text">Without white space at its end.</param>
/// <param name="Number">Its number in the document, counted from 1.</param>
internal readonly record struct RstLine(string Text, int Number);

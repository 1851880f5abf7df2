namespace TrustedPublishing.Distributions.Binaries;

/// <summary>A problem with a binary.</summary>
/// <param name="Text">The end of a sentence about the file.</param>
/// <param name="Remedy">What to change.</param>
internal sealed record BinaryProblem(string Text, string Remedy);

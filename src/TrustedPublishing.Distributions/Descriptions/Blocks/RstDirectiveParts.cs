using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>The parts of a directive after its name.</summary>
/// <param name="Arguments">The words of its first lines, possibly combined into one.</param>
/// <param name="Options">The options by name.</param>
/// <param name="Content">The content.</param>
/// <param name="ContentOffset">The number of lines of the document before the content.</param>
internal sealed record RstDirectiveParts(IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string?> Options, RstLines Content, int ContentOffset);

using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>What a directive consists of behind its name.</summary>
/// <param name="Arguments">The words, or all in one, of its first lines.</param>
/// <param name="Options">By name.</param>
/// <param name="Content">What follows.</param>
/// <param name="ContentOffset">The number of lines of the document before that.</param>
internal sealed record RstDirectiveParts(IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string?> Options, RstLines Content, int ContentOffset);

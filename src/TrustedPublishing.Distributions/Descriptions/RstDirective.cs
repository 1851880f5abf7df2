namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>What a directive takes.</summary>
/// <param name="Required">How many arguments it must have.</param>
/// <param name="Optional">How many more it may have.</param>
/// <param name="LastTakesSpaces">Whether the last argument takes the rest, spaces included.</param>
/// <param name="Options">The options it knows; null when it takes none, or its options are not judged.</param>
/// <param name="Content">What may follow.</param>
internal sealed record RstDirective(int Required, int Optional, bool LastTakesSpaces, IReadOnlyList<string>? Options, RstContent Content);

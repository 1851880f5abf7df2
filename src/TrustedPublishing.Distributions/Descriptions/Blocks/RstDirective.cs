using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>A directive: what it takes and what it does.</summary>
/// <param name="Read">Makes elements of one directive of this kind.</param>
internal sealed record RstDirective(Func<RstDirectiveCall, IEnumerable<RstNode>> Read)
{
    /// <summary>What an option says of a missing value at which docutils breaks off.</summary>
    public const string Unreadable = "docutils cannot read an option of this kind that has no value";

    /// <summary>How many arguments it must have.</summary>
    public int Required { get; init; }

    /// <summary>How many more it may have.</summary>
    public int Optional { get; init; }

    /// <summary>Whether the last argument takes the rest, spaces included.</summary>
    public bool TakesSpaces { get; init; }

    /// <summary>Its options: each says what is wrong with a value. Null when it has none, and what looks like an option is content.</summary>
    public IReadOnlyDictionary<string, Func<string?, string?>>? Options { get; init; }

    public bool HasContent { get; init; }

    public bool HasArguments => Required + Optional > 0;
}

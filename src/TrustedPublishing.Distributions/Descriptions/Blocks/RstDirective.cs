using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>A directive: its syntax and its effect.</summary>
/// <param name="Read">Creates the elements for one occurrence of this directive.</param>
internal sealed record RstDirective(Func<RstDirectiveCall, IEnumerable<RstNode>> Read)
{
    /// <summary>The error for an option without a value on which docutils raises an exception.</summary>
    public const string Unreadable = "docutils cannot read an option of this kind that has no value";

    /// <summary>The number of required arguments.</summary>
    public int Required { get; init; }

    /// <summary>The number of optional arguments.</summary>
    public int Optional { get; init; }

    /// <summary>Whether the last argument takes the rest of the text, including spaces.</summary>
    public bool TakesSpaces { get; init; }

    /// <summary>
    /// Its options, each with a function that returns the problem with a value. Null if it has no options; then text that looks like an option is
    /// content.
    /// </summary>
    public IReadOnlyDictionary<string, Func<string?, string?>>? Options { get; init; }

    public bool HasContent { get; init; }

    public bool HasArguments => Required + Optional > 0;
}

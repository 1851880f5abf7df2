namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>What a line begins, by its looks alone.</summary>
internal enum RstMarker
{
    Blank,
    Indent,
    Bullet,
    Enumerator,
    Field,
    Option,
    Doctest,
    LineBlock,
    GridTable,
    SimpleTable,
    Explicit,
    Anonymous,

    /// <summary>One sign, repeated: a transition, or the line over or under a title.</summary>
    Line,
    Text,
}

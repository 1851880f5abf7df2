namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>The construct that a line starts, judging by its form alone.</summary>
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

    /// <summary>A repeated punctuation character: a transition, or the line above or below a title.</summary>
    Line,
    Text,
}

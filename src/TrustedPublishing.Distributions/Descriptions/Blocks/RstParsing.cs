using TrustedPublishing.Distributions.Descriptions.Inline;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>What all blocks of one document share.</summary>
/// <param name="Document">The tree that is being made.</param>
/// <param name="Inline">Reads texts.</param>
/// <param name="Roles">The roles of interpreted text.</param>
/// <param name="Directives">Finds a directive by its name.</param>
internal sealed record RstParsing(RstDocument Document, RstInline Inline, RstRoles Roles, Func<string, RstDirective?> Directives)
{
    /// <summary>How deep blocks may stand in each other. Python's stack, and so PyPI's, ends earlier.</summary>
    public const int MaximumDepth = 100;

    public RstReporter Reporter => Document.Reporter;

    /// <summary>The lines under and over titles, by level.</summary>
    public List<string> TitleStyles { get; } = [];

    public int Depth { get; set; }
}

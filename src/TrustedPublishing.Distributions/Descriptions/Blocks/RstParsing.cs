using TrustedPublishing.Distributions.Descriptions.Inline;
using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>State shared by all blocks of one document.</summary>
/// <param name="Document">The tree under construction.</param>
/// <param name="Inline">Parses inline markup.</param>
/// <param name="Roles">The roles of interpreted text.</param>
/// <param name="Directives">Finds a directive by its name.</param>
internal sealed record RstParsing(RstDocument Document, RstInline Inline, RstRoles Roles, Func<string, RstDirective?> Directives)
{
    /// <summary>The maximum nesting depth of blocks. Python's stack, and therefore PyPI, supports less.</summary>
    public const int MaximumDepth = 100;

    public RstReporter Reporter => Document.Reporter;

    /// <summary>The lines below and above titles, by level.</summary>
    public List<string> TitleStyles { get; } = [];

    public int Depth { get; set; }
}

namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>The beginning of inline markup, or a whole reference.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where what was found of it ends.</param>
/// <param name="Name">The role, name or label in it.</param>
internal readonly record struct RstConstruct(RstStart Kind, int Start, int End, string Name = "")
{
    /// <summary>The signs with which it begins.</summary>
    public string Sign => Kind switch
    {
        RstStart.Strong => "**",
        RstStart.Emphasis => "*",
        RstStart.Literal => "``",
        RstStart.Substitution => "|",
        _ => "`",
    };

    /// <summary>What docutils calls it.</summary>
    public string Title => Kind switch
    {
        RstStart.Strong => "strong",
        RstStart.Emphasis => "emphasis",
        RstStart.Literal => "literal",
        RstStart.Substitution => "substitution_reference",
        RstStart.Target => "target",
        _ => "interpreted text or phrase reference",
    };
}

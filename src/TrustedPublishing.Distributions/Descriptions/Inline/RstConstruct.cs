namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>The start of inline markup, or a whole reference.</summary>
/// <param name="Kind">The kind of construct.</param>
/// <param name="Start">The position of its start.</param>
/// <param name="End">The end of the part that was found.</param>
/// <param name="Name">Its role, name or label.</param>
internal readonly record struct RstConstruct(RstStart Kind, int Start, int End, string Name = "")
{
    /// <summary>Its start string.</summary>
    public string Sign => Kind switch
    {
        RstStart.Strong => "**",
        RstStart.Emphasis => "*",
        RstStart.Literal => "``",
        RstStart.Substitution => "|",
        _ => "`",
    };

    /// <summary>Its name in docutils.</summary>
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

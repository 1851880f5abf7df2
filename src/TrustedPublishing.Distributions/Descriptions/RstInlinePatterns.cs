using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>Where inline markup begins and ends. A backslash and what it protects have become NUL and that character.</summary>
internal static partial class RstInlinePatterns
{
    /// <summary>Docutils' simple reference name.</summary>
    private const string Name = @"(?:(?!_)\w)+(?:[-._+:](?:(?!_)\w)+)*";

    /// <summary>What may follow an end-string.</summary>
    private const string After = @"(?=\z|[\s\0\\.,;!?\-/:""')>\]}]|[^\x00-\x7f-[\w\s]])";

    [GeneratedRegex(@"\\([\s\S])")]
    public static partial Regex Escaped();

    [GeneratedRegex(@"(?<![\s\0])\*\*" + After)]
    public static partial Regex StrongEnd();

    [GeneratedRegex(@"(?<![\s\0])\*" + After)]
    public static partial Regex EmphasisEnd();

    [GeneratedRegex(@"(?<!\s)``" + After)]
    public static partial Regex LiteralEnd();

    [GeneratedRegex(@"(?<![\s\0])`" + After)]
    public static partial Regex TargetEnd();

    [GeneratedRegex(@"(?<![\s\0])\|_{0,2}" + After)]
    public static partial Regex SubstitutionEnd();

    [GeneratedRegex(@"\G(?<name>" + Name + ")(?<end>__?)" + After)]
    public static partial Regex Referenced();

    [GeneratedRegex(@"\G\[(?<label>[0-9]+|\#(?:" + Name + @")?|\*|" + Name + @")\]_" + After)]
    public static partial Regex FootnoteReferenced();

    [GeneratedRegex(@"\G(?<role>:" + Name + @":)?`(?!`)(?!\s)")]
    public static partial Regex BackquoteStart();

    [GeneratedRegex(@"(?<![\s\0])`(?<role>:" + Name + @":)?(?<reference>__?)?" + After)]
    public static partial Regex BackquoteEnd();

    [GeneratedRegex(@"(?:[ \n]+|\A)<(?<target>[^<>]+)>\z")]
    public static partial Regex Embedded();

    [GeneratedRegex(@"\s+")]
    public static partial Regex Blanks();
}

using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>Recognises the construct that a line starts, judging by its form alone.</summary>
internal static partial class RstMarkers
{
    private static readonly (RstMarker Marker, Regex Pattern)[] Patterns =
    [
        (RstMarker.Blank, Blank()), (RstMarker.Indent, Indent()), (RstMarker.Bullet, Bullet()), (RstMarker.Enumerator, Enumerator()),
        (RstMarker.Field, Field()), (RstMarker.Option, Option()), (RstMarker.Doctest, Doctest()), (RstMarker.LineBlock, LineBlock()),
        (RstMarker.GridTable, GridTable()), (RstMarker.SimpleTable, SimpleTable()), (RstMarker.Explicit, Explicit()),
        (RstMarker.Anonymous, Anonymous()), (RstMarker.Line, Line()),
    ];

    /// <summary>The construct that a line starts, and the matching part of the line.</summary>
    public static (RstMarker Marker, Match Match) Classify(string line)
    {
        foreach (var (marker, pattern) in Patterns)
        {
            if (pattern.Match(line) is { Success: true } match)
            {
                return (marker, match);
            }
        }

        return (RstMarker.Text, Match.Empty);
    }

    public static bool IsLine(string line) => Line().IsMatch(line);

    [GeneratedRegex(@"\A:(?![: ])(?<name>(?:[^:\\]|\\.|:(?![ `]|\z))*)(?<! ):(?: +|\z)")]
    public static partial Regex Field();

    [GeneratedRegex(@"\A\+-[-+]+-\+ *\z")]
    public static partial Regex GridTable();

    [GeneratedRegex(@"\A *\z")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\A +")]
    private static partial Regex Indent();

    [GeneratedRegex(@"\A[-+*\u2022\u2023\u2043](?: +|\z)")]
    private static partial Regex Bullet();

    private const string Numeral = "(?<numeral>[0-9]+|[a-z]|[A-Z]|[ivxlcdm]+|[IVXLCDM]+|#)";

    [GeneratedRegex($@"\A(?:\({Numeral}\)|{Numeral}\)|{Numeral}\.)(?: +|\z)")]
    private static partial Regex Enumerator();

    private const string Argument = "(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)";
    private const string OneOption = $"(?:[-+][a-zA-Z0-9](?: ?{Argument})?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]{Argument})?)";

    [GeneratedRegex($@"\A{OneOption}(?:, {OneOption})*(?:  +| ?\z)")]
    private static partial Regex Option();

    [GeneratedRegex(@"\A>>>(?: +|\z)")]
    private static partial Regex Doctest();

    [GeneratedRegex(@"\A\|(?<space> +|\z)")]
    private static partial Regex LineBlock();

    [GeneratedRegex(@"\A=+(?: +=+)+ *\z")]
    private static partial Regex SimpleTable();

    [GeneratedRegex(@"\A\.\.(?: +|\z)")]
    private static partial Regex Explicit();

    [GeneratedRegex(@"\A__(?: +|\z)")]
    private static partial Regex Anonymous();

    [GeneratedRegex(@"\A([!-/:-@[-`{-~])\1* *\z")]
    private static partial Regex Line();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>The number, letter or roman numeral of an item in an enumerated list.</summary>
/// <param name="Format">What surrounds it: <c>()</c>, <c>)</c> or <c>.</c>.</param>
/// <param name="Sequence">Which kind of numeral.</param>
/// <param name="Ordinal">Its value; -1 for <c>#</c>.</param>
/// <param name="Length">The marker's length, white space included.</param>
internal sealed partial record RstEnumerator(string Format, string Sequence, int Ordinal, int Length)
{
    /// <summary>The enumerator at a line; null when the line is text, as it is when neither blank, nor indented, nor the next item follows.</summary>
    public static RstEnumerator? At(RstBlock block, int i) =>
        Parse(block.Lines[i]) is { } found && (block.IsBlankAt(i + 1) || block.Lines[i + 1][0] == ' ' || (Parse(block.Lines[i + 1]) is { } next && next.Follows(found))) ? found : null;

    /// <summary>Whether it can be the item after another.</summary>
    public bool Follows(RstEnumerator before) =>
        Format == before.Format && (Ordinal == -1 || (before.Ordinal >= 0 && (Value(before.Sequence) ?? -2) == before.Ordinal + 1));

    private string Numeral { get; init; } = "";

    private static RstEnumerator? Parse(string line)
    {
        if (Marker().Match(line) is not { Success: true } match)
        {
            return null;
        }

        var numeral = match.Groups["numeral"].Value;
        var format = match.Groups["open"].Success ? "()" : match.Groups["close"].Value;
        var sequence = numeral == "#" ? "#" : char.IsAsciiDigit(numeral[0]) ? "arabic" : numeral.Length > 1 || numeral is "i" or "I" ? "roman" : "alpha";
        var found = new RstEnumerator(format, sequence, -1, match.Length) { Numeral = numeral };
        return sequence == "#" ? found : found.Value(sequence) is { } ordinal ? found with { Ordinal = ordinal } : null;
    }

    private int? Value(string sequence) => sequence switch
    {
        "arabic" => int.TryParse(Numeral, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        "alpha" => Numeral.Length == 1 && char.IsAsciiLetter(Numeral[0]) ? char.ToLowerInvariant(Numeral[0]) - 'a' + 1 : null,
        "roman" => Roman(Numeral.ToUpperInvariant()),
        _ => null,
    };

    private static int? Roman(string numeral)
    {
        if (!RomanNumeral().IsMatch(numeral))
        {
            return null;
        }

        int[] values = [.. numeral.Select(c => c switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, 'D' => 500, _ => 1000 })];
        return values.Select((value, i) => i + 1 < values.Length && value < values[i + 1] ? -value : value).Sum();
    }

    [GeneratedRegex(@"\A(?<open>\()?(?<numeral>[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|[0-9]+|\#)(?<close>(?(open)\)|[.)]))(?: +|\z)")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\A(?=.)M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\z")]
    private static partial Regex RomanNumeral();
}

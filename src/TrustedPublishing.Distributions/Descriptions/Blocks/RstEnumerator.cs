using System.Globalization;
using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions.Lines;

namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>The number, letter or roman numeral of an item in an enumerated list.</summary>
/// <param name="Format">The characters around it: <c>()</c>, <c>)</c> or <c>.</c>.</param>
/// <param name="Sequence">The kind of numeral; <c>#</c> for automatic numbering.</param>
/// <param name="Ordinal">Its value; null if it is not a numeral of that kind.</param>
internal sealed partial record RstEnumerator(string Format, string Sequence, int? Ordinal)
{
    private const string Arabic = "arabic";
    private const int LargestRoman = 4999;

    private static readonly (int Value, string Numeral)[] RomanValues =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>The enumerator at the start of a line.</summary>
    /// <param name="match">The line's marker.</param>
    /// <param name="expected">The kind of numeral of the previous items; null for the first.</param>
    public static RstEnumerator FromMatch(Match match, string? expected = null)
    {
        var numeral = match.Groups["numeral"].Value;
        var marker = match.Value.TrimEnd();
        var format = marker[0] == '(' ? "()" : marker[^1..];
        var sequence = numeral == "#" ? "#"
            : expected is not null && expected != "#" && Fits(expected, numeral) ? expected
            : expected is null && numeral is "i" ? "lower roman"
            : expected is null && numeral is "I" ? "upper roman"
            : new[] { Arabic, "lower alpha", "upper alpha", "lower roman", "upper roman" }.First(kind => Fits(kind, numeral));
        return new(format, sequence, Value(sequence, numeral));
    }

    /// <summary>Whether an item starts here: the next line is blank, indented, or the next item.</summary>
    public bool IsItem(RstLines lines, int index)
    {
        if (Ordinal is null)
        {
            return false;
        }

        if (index + 1 >= lines.Count || lines[index + 1].Length == 0 || char.IsWhiteSpace(lines[index + 1][0]))
        {
            return true;
        }

        var next = lines[index + 1];
        return Numeral(Ordinal.Value + 1) is { } numeral && (next.StartsWith(Marker(numeral), StringComparison.Ordinal) || next.StartsWith(Marker("#"), StringComparison.Ordinal));
    }

    private string Marker(string numeral) => Format == "()" ? $"({numeral}) " : $"{numeral}{Format} ";

    private string? Numeral(int ordinal) => Sequence switch
    {
        "#" => "#",
        Arabic => ordinal.ToString(CultureInfo.InvariantCulture),
        "lower alpha" => ordinal > 26 ? null : $"{(char)('a' + ordinal - 1)}",
        "upper alpha" => ordinal > 26 ? null : $"{(char)('A' + ordinal - 1)}",
        _ when ordinal > LargestRoman => null,
        "lower roman" => Roman(ordinal).ToLowerInvariant(),
        _ => Roman(ordinal),
    };

    private static bool Fits(string sequence, string numeral) => sequence switch
    {
        Arabic => numeral.All(char.IsAsciiDigit),
        "lower alpha" => numeral.Length == 1 && char.IsAsciiLetterLower(numeral[0]),
        "upper alpha" => numeral.Length == 1 && char.IsAsciiLetterUpper(numeral[0]),
        "lower roman" => numeral.All(c => "ivxlcdm".Contains(c, StringComparison.Ordinal)),
        _ => numeral.All(c => "IVXLCDM".Contains(c, StringComparison.Ordinal)),
    };

    private static int? Value(string sequence, string numeral) => sequence switch
    {
        "#" => 1,
        Arabic => int.TryParse(numeral, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue - 1,
        "lower alpha" or "upper alpha" => char.ToLowerInvariant(numeral[0]) - 'a' + 1,
        _ => RomanNumeral().IsMatch(numeral) ? FromRoman(numeral.ToUpperInvariant()) : null,
    };

    private static string Roman(int number)
    {
        var numeral = "";
        foreach (var (value, letters) in RomanValues)
        {
            for (; number >= value; number -= value)
            {
                numeral += letters;
            }
        }

        return numeral;
    }

    private static int FromRoman(string numeral)
    {
        var (sum, index) = (0, 0);
        foreach (var (value, letters) in RomanValues)
        {
            for (; numeral.AsSpan(index).StartsWith(letters, StringComparison.Ordinal); index += letters.Length)
            {
                sum += value;
            }
        }

        return sum;
    }

    [GeneratedRegex(@"\A(?=.)M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RomanNumeral();
}

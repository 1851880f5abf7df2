using System.Globalization;
using System.Text;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>
/// The rules for <c>Import-Name</c> and <c>Import-Namespace</c> (PEP 794): a dotted Python name, optionally marked <c>; private</c>.
/// </summary>
internal static class ImportNameRules
{
    private static readonly HashSet<string> Keywords =
    [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
        "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
        "while", "with", "yield",
    ];

    /// <summary>Letters that no Python identifier contains (outside Unicode's <c>XID_Continue</c>).</summary>
    private static readonly HashSet<int> NotLetters =
    [
        0x37A, 0x2E2F, 0xFC5E, 0xFC5F, 0xFC60, 0xFC61, 0xFC62, 0xFC63, 0xFDFA, 0xFDFB, 0xFE70, 0xFE72, 0xFE74, 0xFE76, 0xFE78, 0xFE7A, 0xFE7C, 0xFE7E,
    ];

    /// <summary>Letters with which no Python identifier begins (in <c>XID_Continue</c>, outside <c>XID_Start</c>).</summary>
    private static readonly HashSet<int> NotFirst = [0xE33, 0xEB3, 0xFF9E, 0xFF9F];

    public static IEnumerable<RuleFinding> Check(string header, string value)
    {
        var semicolon = value.IndexOf(';', StringComparison.Ordinal);
        var name = TrimEnd(semicolon < 0 ? value : value[..semicolon]);
        foreach (var identifier in name.Split('.').Where(part => !IsIdentifier(part) || Keywords.Contains(part)).Take(1))
        {
            var why = Keywords.Contains(identifier) ? "is a keyword" : "is not a valid identifier";
            yield return MetadataFinding.OfSpecification(header, $"{PythonText.Repr(name)} is invalid for '{header}'; {PythonText.Repr(identifier)} {why}",
                "Write the name as an import statement would, for example package.module.");
            yield break;
        }

        if (semicolon >= 0 && TrimStart(value[(semicolon + 1)..]) != "private")
        {
            yield return MetadataFinding.OfSpecification(header, $"{PythonText.Repr(value)} is invalid for '{header}'; the only valid option is 'private'",
                "Write '; private' after the name, or nothing.");
        }
    }

    private static bool IsIdentifier(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        return runes.Length > 0 && IsStart(runes[0]) && !NotFirst.Contains(runes[0].Value) && runes.Skip(1).All(rune => IsStart(rune) || IsContinuation(rune));
    }

    private static bool IsStart(Rune rune) =>
        rune.Value is '_' or 0x1885 or 0x1886 or 0x2118 or 0x212E || (Rune.IsLetter(rune) && !NotLetters.Contains(rune.Value)) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber;

    private static bool IsContinuation(Rune rune) =>
        rune.Value is 0xB7 or 0x387 or (>= 0x1369 and <= 0x1371) or 0x19DA or 0x200C or 0x200D or 0x30FB or 0xFF65 || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;

    private static string TrimEnd(string text) => PythonText.Strip($"|{text}")[1..];

    private static string TrimStart(string text) => PythonText.Strip($"{text}|")[..^1];
}

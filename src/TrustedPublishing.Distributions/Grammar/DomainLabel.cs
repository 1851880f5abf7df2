using System.Globalization;
using System.Text;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>Whether a Unicode label of a host name is valid (IDNA 2008, RFC 5891 to 5893), with the messages of the idna library.</summary>
internal static class DomainLabel
{
    /// <summary>False where .NET runs without globalisation data: compatibility forms are then not mapped, and pass.</summary>
    private static readonly bool IsMapped = "²".Normalize(NormalizationForm.FormKC) == "2";

    private const string Joiners = "\u200C\u200D";

    public static string? Complaint(string label)
    {
        var runes = label.EnumerateRunes().ToArray();
        return label.Normalize() != label ? "Label must be in Normalization Form C"
            : runes.Length >= 4 && runes[2].Value == '-' && runes[3].Value == '-' ? "Label has disallowed hyphens in 3rd and 4th position"
            : label.StartsWith('-') || label.EndsWith('-') ? "Label must not start or end with a hyphen"
            : Rune.GetUnicodeCategory(runes[0]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                ? "Label begins with an illegal combining character"
            : runes.Index().Select(rune => OfCharacter(label, runes, rune.Index)).FirstOrDefault(found => found is not null) ?? Direction(label, runes);
    }

    private static string? OfCharacter(string label, Rune[] runes, int at)
    {
        var (name, place) = (string.Create(CultureInfo.InvariantCulture, $"U+{runes[at].Value:X4}"), $"position {at + 1}");
        return Joiners.Contains(runes[at].ToString(), StringComparison.Ordinal)
                ? MayJoin(runes, at) ? null : $"Joiner {name} not allowed at {place} in {PythonText.Repr(label)}"
            : MayStandHere(runes, at) is { } allowed ? allowed ? null : $"Codepoint {name} not allowed at {place} in {PythonText.Repr(label)}"
            : IsValid(runes[at]) ? null : $"Codepoint {name} at {place} of {PythonText.Repr(label)} not allowed";
    }

    /// <summary>
    /// The derived property PVALID (RFC 5892, section 3): letters, digits and marks that normalisation does not change, and exceptions.
    /// </summary>
    private static bool IsValid(Rune rune) => rune.Value switch
    {
        '-' or 0xDF or 0x3C2 or 0x6FD or 0x6FE or 0xF0B or 0x3007 or (>= 0x13A0 and <= 0x13F5) => true,
        0x640 or 0x7FA or 0x302E or 0x302F or (>= 0x3031 and <= 0x3035) or 0x303B => false,
        (>= 0x1100 and <= 0x11FF) or (>= 0xA960 and <= 0xA97F) or (>= 0xD7B0 and <= 0xD7FF) => false,
        (>= 0x20D0 and <= 0x20FF) or (>= 0x1D100 and <= 0x1D24F) or 0x34F or (>= 0x180B and <= 0x180F) or 0x17B4 or 0x17B5 or (>= 0xFE00 and <= 0xFE0F) => false,
        0xB2 or 0xB3 or 0xB9 or (>= 0x2070 and <= 0x209F) or (>= 0x2100 and <= 0x218F) or (>= 0x2460 and <= 0x24FF) or (>= 0x3200 and <= 0x33FF) or (>= 0x1F100 and <= 0x1F2FF) when !IsMapped => true,
        _ => IsLetterDigit(rune) && IsStable(rune),
    };

    private static bool IsLetterDigit(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsStable(Rune rune)
    {
        var text = rune.ToString();
        return Rune.ToLowerInvariant(rune) == rune && text.Normalize(NormalizationForm.FormKC) == text;
    }

    /// <summary>Characters that are valid only in certain contexts (RFC 5892, appendix A); null for all others.</summary>
    private static bool? MayStandHere(Rune[] runes, int at) => runes[at].Value switch
    {
        0xB7 => at > 0 && at < runes.Length - 1 && runes[at - 1].Value == 'l' && runes[at + 1].Value == 'l',
        0x375 => at < runes.Length - 1 && runes[at + 1].Value is (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF),
        0x5F3 or 0x5F4 => at > 0 && runes[at - 1].Value is >= 0x591 and <= 0x5F4,
        0x30FB => runes.Any(rune => rune.Value is (>= 0x3041 and <= 0x309F) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FD and <= 0x30FF) or 0x3005 or 0x3007
            or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF)),
        >= 0x660 and <= 0x669 => !runes.Any(rune => rune.Value is >= 0x6F0 and <= 0x6F9),
        >= 0x6F0 and <= 0x6F9 => !runes.Any(rune => rune.Value is >= 0x660 and <= 0x669),
        _ => null,
    };

    /// <summary>After a virama. (A joiner between cursive letters never gets here: an earlier check rejects it as an unsafe character.)</summary>
    private static bool MayJoin(Rune[] runes, int at) => at > 0 && runes[at - 1].Value is 0x94D or 0x9CD or 0xA4D or 0xACD or 0xB4D or 0xBCD or 0xC4D or 0xCCD or 0xD4D or 0xDCA;

    /// <summary>The rules for labels that are, or contain, right-to-left text (RFC 5893).</summary>
    private static string? Direction(string label, Rune[] runes)
    {
        string[] classes = [.. runes.Select(BidiClass)];
        if (!classes.Any(found => found is "R" or "AN"))
        {
            return null;
        }

        if (classes[0] is not ("R" or "L"))
        {
            return $"First codepoint in label {PythonText.Repr(label)} must be directionality L, R or AL";
        }

        var fromRight = classes[0] == "R";
        var wrong = Array.FindIndex(classes, found => fromRight ? found == "L" : found is "R" or "AN");
        return wrong >= 0 ? $"Invalid direction for codepoint at position {wrong + 1} in a {(fromRight ? "right-to-left" : "left-to-right")} label"
            : classes.Contains("AN") && classes.Contains("EN") ? "Can not mix numeral types in a right-to-left label"
            : classes.Last(found => found != "NSM") is "ES" ? "Label ends with illegal codepoint directionality"
            : null;
    }

    private static string BidiClass(Rune rune) => rune.Value switch
    {
        '-' => "ES",
        (>= '0' and <= '9') or (>= 0x6F0 and <= 0x6F9) => "EN",
        (>= 0x660 and <= 0x669) or (>= 0x10D30 and <= 0x10D39) => "AN",
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark => "NSM",
        (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) => "R",
        _ => "L",
    };
}

using System.Globalization;
using System.Text;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>
/// Maps a host name as UTS 46 does before encoding: to lower case, compatibility forms to their canonical forms, and invisible characters to nothing.
/// The mapping is computed from the character properties from which Unicode derives its table.
/// </summary>
internal static class DomainMapping
{
    /// <summary>The mapped name; or, in <paramref name="complaint"/>, the forbidden character, in the words of the idna library.</summary>
    public static string Map(string domain, out string? complaint)
    {
        complaint = null;
        var mapped = new StringBuilder();
        var position = 0;
        foreach (var rune in domain.EnumerateRunes())
        {
            position++;
            if (IsDisallowed(rune))
            {
                complaint = string.Create(CultureInfo.InvariantCulture, $"Codepoint U+{rune.Value:X4} not allowed at position {position} in {PythonText.Repr(domain)}");
                return "";
            }

            mapped.Append(IsIgnored(rune) ? "" : MapRune(rune));
        }

        return mapped.ToString().Normalize();
    }

    private static bool IsDisallowed(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Control
        || rune.Value is (>= 0x2FF0 and <= 0x2FFF) or 0x31EF or 0xFE12 or 0xFE19 or 0xFE30 or 0xFFFC or 0xFFFD;

    private static bool IsIgnored(Rune rune) =>
        rune.Value is 0xAD or 0x34F or (>= 0x180B and <= 0x180F) or 0x200B or 0x2060 or 0x2064 or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0
            or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Letters that older rules mapped are kept; the ideographic full stop separates labels.</summary>
    private static string MapRune(Rune rune) => rune.Value switch
    {
        < 0x80 => Rune.ToLowerInvariant(rune).ToString(),
        0xDF or 0x3C2 or 0x200C or 0x200D => rune.ToString(),
        0x130 => "i\u0307",
        0x1E9E => "ss",
        0x3002 or 0xFF61 => ".",
        _ => Folded(rune.ToString().Normalize(NormalizationForm.FormKC)).Normalize(NormalizationForm.FormKC),
    };

    /// <summary>Cherokee originally had only capital letters, so those are its folded form.</summary>
    private static string Folded(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value switch
    {
        >= 0x13A0 and <= 0x13F5 => rune,
        >= 0x13F8 and <= 0x13FD or >= 0xAB70 and <= 0xABBF => Rune.ToUpperInvariant(rune),
        _ => Rune.ToLowerInvariant(rune),
    }));
}

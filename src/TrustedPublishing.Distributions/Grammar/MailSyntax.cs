using System.Globalization;
using System.Text;
using TrustedPublishing.Distributions.Data;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>
/// Whether an address can be a mailbox on the public internet, with the messages of the email-validator library (2.3.0), which PyPI repeats.
/// </summary>
internal static class MailSyntax
{
    private const int MaximumLength = 254;

    /// <summary>The problem with an address, or null.</summary>
    public static string? Complaint(string address)
    {
        var at = SplitPoint(address);
        if (at < 0)
        {
            return Missing(address);
        }

        var (local, isQuoted, rest) = Unquoted(address[..at]);
        var domain = address[(at + 1)..];
        return (rest.Length > 0 ? $"Extra character(s) found after close quote: {string.Join(", ", rest.EnumerateRunes().Select(Display))}" : null)
            ?? LocalPart(local, isQuoted)
            ?? (LocalPart(local.Normalize(), isQuoted) is { } changed ? $"After Unicode normalization: {changed}" : null)
            ?? (isQuoted ? "Quoting the part before the @-sign is not allowed here."
                : domain.Length == 0 ? "There must be something after the @-sign."
                : domain is ['[', .., ']'] ? "A bracketed IP address after the @-sign is not allowed here."
                : MailDomain.Complaint(domain, out var ascii) ?? TooLong(address, local, ascii));
    }

    /// <summary>The first @ outside quotation marks.</summary>
    private static int SplitPoint(string address)
    {
        var (quoted, isProtected) = (false, false);
        for (var i = 0; i < address.Length; i++)
        {
            if (address[i] == '@' && !quoted)
            {
                return i;
            }

            quoted ^= address[i] == '"' && !isProtected;
            isProtected = quoted && !isProtected && address[i] == '\\';
        }

        return -1;
    }

    private static string Missing(string address) =>
        address.Contains('＠', StringComparison.Ordinal) ? "The email address has the \"full-width\" at-sign (@) character instead of a regular at-sign."
        : address.Contains('﹫', StringComparison.Ordinal) ? "The email address has the \"small commercial at\" character instead of a regular at-sign."
        : "An email address must have an @-sign.";

    /// <summary>The text without its surrounding quotation marks, and what follows them.</summary>
    private static (string Text, bool IsQuoted, string After) Unquoted(string local)
    {
        if (local is not ['"', ..])
        {
            return (local, false, "");
        }

        var text = new StringBuilder();
        var at = 1;
        for (; at < local.Length && local[at] != '"'; at++)
        {
            at += local[at] == '\\' ? 1 : 0;
            text.Append(at < local.Length ? local[at] : "");
        }

        return (text.ToString(), true, at < local.Length ? local[(at + 1)..] : "");
    }

    private static string? LocalPart(string local, bool isQuoted)
    {
        if (local.Length == 0)
        {
            return "There must be something before the @-sign.";
        }

        var good = Bad(local, InLocalPart) is null && !local.StartsWith('.') && !local.EndsWith('.') && !local.Contains("..", StringComparison.Ordinal);
        return good || isQuoted ? (!good && Bad(local, InQuotes) is { } outside ? $"The email address contains invalid characters in quotes before the @-sign: {outside}." : Unsafe(local, allowSpace: !good))
            : Bad(local, InLocalPart) is { } bad ? $"The email address contains invalid characters before the @-sign: {bad}."
            : Dots(local, "An email address cannot start with a period.", "An email address cannot have a period immediately before the @-sign.");
    }

    /// <summary>The problem of misplaced periods; null if there are none.</summary>
    public static string? Dots(string text, string first, string last) =>
        text.EndsWith('.') ? last
        : text.StartsWith('.') ? first
        : text.Contains("..", StringComparison.Ordinal) ? "An email address cannot have two periods in a row."
        : null;

    /// <summary>Invisible characters, and characters that change how others are displayed.</summary>
    public static string? Unsafe(string text, bool allowSpace = false)
    {
        var runes = text.EnumerateRunes().ToArray();
        string[] bad = [.. runes.Index().Where(rune => IsUnsafe(rune.Item, rune.Index, allowSpace)).Select(rune => rune.Item).Distinct().Order().Select(Display)];
        return bad.Length == 0 ? null : $"The email address contains unsafe characters: {string.Join(", ", bad)}.";
    }

    private static bool IsUnsafe(Rune rune, int position, bool allowSpace) => Major(rune) switch
    {
        'L' or 'N' or 'P' or 'S' => false,
        'M' => position == 0,
        'Z' => !allowSpace || Rune.GetUnicodeCategory(rune) != UnicodeCategory.SpaceSeparator,
        _ => true,
    };

    /// <summary>The general category: letters, marks, numbers, separators, punctuation, symbols, or <c>C</c> for anything else.</summary>
    private static char Major(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        <= UnicodeCategory.OtherLetter => 'L',
        <= UnicodeCategory.EnclosingMark => 'M',
        <= UnicodeCategory.OtherNumber => 'N',
        <= UnicodeCategory.ParagraphSeparator => 'Z',
        <= UnicodeCategory.PrivateUse => 'C',
        <= UnicodeCategory.OtherPunctuation => 'P',
        <= UnicodeCategory.OtherSymbol => 'S',
        _ => 'C',
    };

    private static bool InLocalPart(Rune rune) => !rune.IsAscii || Rune.IsLetterOrDigit(rune) || "._!#$%&'*+-/=?^`{|}~".Contains((char)rune.Value, StringComparison.Ordinal);

    private static bool InQuotes(Rune rune) => rune.Value is >= ' ' and not 0x7f;

    /// <summary>The invalid characters, as a list for a message; null if there are none.</summary>
    public static string? Bad(string text, Func<Rune, bool> isGood)
    {
        string[] bad = [.. text.EnumerateRunes().Where(rune => !isGood(rune)).Select(Display).Distinct().Order(StringComparer.Ordinal)];
        return bad.Length == 0 ? null : string.Join(", ", bad);
    }

    private static string Display(Rune rune) =>
        rune.Value == '\\' ? "\"\\\""
        : Major(rune) is 'L' or 'N' or 'P' or 'S' ? PythonText.Repr(rune.ToString())
        : CharacterNames.Find(rune) ?? $"U+{rune.Value.ToString(rune.Value < 0xFFFF ? "X4" : "X8", CultureInfo.InvariantCulture)}";

    private static string? TooLong(string address, string local, string ascii)
    {
        var (length, excess) = (PythonText.Length(address), Encoding.UTF8.GetByteCount(address) - MaximumLength);
        var inAscii = Encoding.UTF8.GetByteCount(local) + 1 + ascii.Length - MaximumLength;
        return excess > 0 ? $"The email address is too long {(length == excess + MaximumLength ? Excess(address, MaximumLength) : Range(address, excess))}."
            : inAscii > 0 ? $"The email address is too long when the part after the @-sign is converted to IDNA ASCII ({inAscii} byte{(inAscii > 1 ? "s" : "")} too many)."
            : null;
    }

    /// <summary>The number of excess characters if the limit is in bytes.</summary>
    private static string Range(string address, int excess)
    {
        var fewest = Math.Max(1, excess / address.EnumerateRunes().Max(rune => rune.Utf8SequenceLength));
        return $"({(fewest == excess ? "" : $"{fewest}-")}{excess} character{(excess > 1 ? "s" : "")} too many)";
    }

    /// <summary>The number of excess characters.</summary>
    public static string Excess(string text, int limit) =>
        string.Create(CultureInfo.InvariantCulture, $"({text.Length - limit} character{(text.Length - limit > 1 ? "s" : "")} too many)");
}

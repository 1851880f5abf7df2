using System.Globalization;
using System.Text;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>
/// Whether an address can be a mailbox on the public internet, with the words of the email-validator library, which PyPI repeats. What needs
/// Unicode's name list or IDNA tables is not judged beyond the shape.
/// </summary>
internal static class MailSyntax
{
    private const int MaximumLength = 254;
    private const int MaximumDomain = 253;
    private const int MaximumLabel = 63;
    private const string NotForMail = "The part after the @-sign is a special-use or reserved name that cannot be used with email.";

    private static readonly string[] Reserved = ["arpa", "invalid", "local", "localhost", "onion", "test"];

    /// <summary>What is wrong with an address, or null.</summary>
    public static string? Complaint(string address)
    {
        var at = SplitPoint(address);
        if (at < 0)
        {
            return Missing(address);
        }

        var (local, domain) = (address[..at], address[(at + 1)..]);
        return LocalPart(local)
            ?? (domain.Length == 0 ? "There must be something after the @-sign." : Domain(domain.ToLowerInvariant()))
            ?? TooLong(address);
    }

    /// <summary>The first @ that does not stand in quotation marks.</summary>
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

    private static string? LocalPart(string local)
    {
        if (local.Length == 0 || local == "\"\"")
        {
            return "There must be something before the @-sign.";
        }

        if (local[0] == '"')
        {
            return "Quoting the part before the @-sign is not allowed here.";
        }

        return Bad(local, InLocalPart) is { } bad
            ? $"The email address contains invalid characters before the @-sign: {bad}."
            : Dots(local, "An email address cannot start with a {0}.", "An email address cannot have a {0} immediately before the @-sign.");
    }

    private static string? Domain(string domain)
    {
        if (domain is ['[', .., ']'])
        {
            return "A bracketed IP address after the @-sign is not allowed here.";
        }

        if (Bad(domain, rune => !rune.IsAscii || Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '.') is { } bad)
        {
            return $"The part after the @-sign contains invalid characters: {bad}.";
        }

        return Hostname(domain) ?? (Ascii(domain) is { } ascii ? Labels(ascii) : "The part after the @-sign is invalid.");
    }

    private static string? Hostname(string domain)
    {
        const string First = "An email address cannot have a {0} immediately after the @-sign.";
        const string Last = "An email address cannot end with a {0}.";
        return Dots(domain, First, Last)
            ?? (domain.EndsWith('-') ? Filled(Last, "hyphen")
            : domain.StartsWith('-') ? Filled(First, "hyphen")
            : domain.Contains(".-", StringComparison.Ordinal) || domain.Contains("-.", StringComparison.Ordinal)
                ? "An email address cannot have a period and a hyphen next to each other."
            : domain.Split('.').Any(label => label.Length > 3 && label[2..4] == "--" && !label.StartsWith("xn", StringComparison.Ordinal))
                ? "An email address cannot have two letters followed by two dashes immediately after the @-sign or after a period, except Punycode."
            : null);
    }

    private static string? Labels(string domain)
    {
        if (domain.Length > MaximumDomain)
        {
            return $"The email address is too long after the @-sign {Excess(domain, MaximumDomain)}.";
        }

        if (Array.Find(domain.Split('.'), label => label.Length > MaximumLabel) is { } label)
        {
            return $"After the @-sign, periods cannot be separated by so many characters {Excess(label, MaximumLabel)}.";
        }

        return !domain.Contains('.', StringComparison.Ordinal) ? "The part after the @-sign is not valid. It should have a period."
            : !char.IsAsciiLetter(domain[^1]) ? "The part after the @-sign is not valid. It is not within a valid top-level domain."
            : Reserved.Any(name => domain.EndsWith($".{name}", StringComparison.Ordinal)) ? NotForMail
            : null;
    }

    private static string? Ascii(string domain)
    {
        try
        {
            return domain.All(char.IsAscii) ? domain : new IdnMapping().GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Dots(string text, string first, string last) =>
        text.EndsWith('.') ? Filled(last, "period")
        : text.StartsWith('.') ? Filled(first, "period")
        : text.Contains("..", StringComparison.Ordinal) ? "An email address cannot have two periods in a row."
        : null;

    private static string? TooLong(string address)
    {
        var excess = Encoding.UTF8.GetByteCount(address) - MaximumLength;
        return excess > 0 ? $"The email address is too long {Excess(address, MaximumLength)}." : null;
    }

    private static string Excess(string text, int limit) =>
        string.Create(CultureInfo.InvariantCulture, $"({text.Length - limit} character{(text.Length - limit > 1 ? "s" : "")} too many)");

    private static string Filled(string text, string what) => text.Replace("{0}", what, StringComparison.Ordinal);

    private static bool InLocalPart(Rune rune) => !rune.IsAscii || Rune.IsLetterOrDigit(rune) || "._!#$%&'*+-/=?^`{|}~".Contains((char)rune.Value, StringComparison.Ordinal);

    private static string? Bad(string text, Func<Rune, bool> isGood)
    {
        string[] bad = [.. text.EnumerateRunes().Where(rune => !isGood(rune)).Select(Display).Distinct().Order(StringComparer.Ordinal)];
        return bad.Length == 0 ? null : string.Join(", ", bad);
    }

    private static string Display(Rune rune) => rune.Value switch
    {
        ' ' => "SPACE",
        '\\' => "\"\\\"",
        < ' ' or 0x7f => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"),
        _ => PythonText.Repr(rune.ToString()),
    };
}

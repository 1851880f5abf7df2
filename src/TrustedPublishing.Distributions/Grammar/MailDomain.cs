using System.Text;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>Whether the part after the @ of an address is a host name on the public internet, in Unicode or ASCII (IDNA 2008, UTS 46).</summary>
internal static partial class MailDomain
{
    private const int MaximumDomain = 253;
    private const int MaximumLabel = 63;
    /// <summary>For a longer name, only the length is reported: some of the rules take quadratic time.</summary>
    private const int LongestJudged = 4096;

    private const string First = "An email address cannot have a {0} immediately after the @-sign.";
    private const string Last = "An email address cannot end with a {0}.";

    private static readonly string[] Reserved = ["arpa", "invalid", "local", "localhost", "onion", "test"];

    /// <summary>The problem, or null; then <paramref name="ascii"/> is the ASCII form.</summary>
    public static string? Complaint(string domain, out string ascii)
    {
        ascii = "";
        if (MailSyntax.Bad(domain, InHostname) is { } bad)
        {
            return $"The part after the @-sign contains invalid characters: {bad}.";
        }

        if (MailSyntax.Unsafe(domain) is { } invisible)
        {
            return invisible;
        }

        if (MailSyntax.Bad(domain, rune => !HidesPeriod(rune)) is { } hidden)
        {
            return $"The part after the @-sign contains invalid characters: {hidden}.";
        }

        var mapped = DomainMapping.Map(domain, out var refused);
        return refused is not null ? $"The part after the @-sign contains invalid characters ({refused})."
            : MailSyntax.Bad(mapped, InHostname) is { } after ? $"The part after the @-sign contains invalid characters after Unicode normalization: {after}."
            : Hostname(mapped) ?? Encode(mapped, out ascii) ?? Labels(domain, ascii) ?? Decode(ascii);
    }

    private static bool InHostname(Rune rune) => !rune.IsAscii || Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '.';

    /// <summary>Characters that decompose to a period, possibly among others, but do not separate labels.</summary>
    private static bool HidesPeriod(Rune rune) => rune.Value is (>= 0x2024 and <= 0x2026) or (>= 0x2488 and <= 0x249B) or 0xFE52 or 0x1F100 or 0x33C2 or 0x33C7 or 0x33D8;

    private static string? Hostname(string domain) =>
        MailSyntax.Dots(domain, Filled(First, "period"), Filled(Last, "period"))
        ?? (domain.EndsWith('-') ? Filled(Last, "hyphen")
        : domain.StartsWith('-') ? Filled(First, "hyphen")
        : domain.Contains(".-", StringComparison.Ordinal) || domain.Contains("-.", StringComparison.Ordinal)
            ? "An email address cannot have a period and a hyphen next to each other."
        : OddHyphens().IsMatch(domain)
            ? "An email address cannot have two letters followed by two dashes immediately after the @-sign or after a period, except Punycode."
        : null);

    private static string? Encode(string domain, out string ascii)
    {
        ascii = domain;
        if (domain.All(char.IsAscii) || domain.Length > LongestJudged)
        {
            return null;
        }

        var labels = domain.Split('.');
        if (labels.Select(Wrong).FirstOrDefault(found => found is not null) is { } wrong)
        {
            return $"The part after the @-sign is invalid ({wrong}).";
        }

        ascii = string.Join('.', labels.Select(label => label.All(char.IsAscii) ? label : label.Length > 2 * MaximumLabel ? new string('x', MaximumLabel + 1) : $"xn--{Punycode.Encode(label)}"));
        return ascii.Split('.').Any(label => label.Length > MaximumLabel) ? "The part after the @-sign is invalid (Label too long)." : null;
    }

    private static string? Wrong(string label) =>
        !label.All(char.IsAscii) ? DomainLabel.Complaint(label)
        : label.StartsWith("xn--", StringComparison.Ordinal) ? OfPunycode(label)
        : null;

    private static string? Labels(string given, string domain) =>
        domain.Length > MaximumDomain
            ? given == domain ? $"The email address is too long after the @-sign {MailSyntax.Excess(domain, MaximumDomain)}."
                : $"The email address is too long after the @-sign ({domain.Length - MaximumDomain} byte{(domain.Length - MaximumDomain == 1 ? "" : "s")} too many after IDNA encoding)."
        : Array.Find(domain.Split('.'), label => label.Length > MaximumLabel) is { } label
            ? $"After the @-sign, periods cannot be separated by so many characters {MailSyntax.Excess(label, MaximumLabel)}."
        : !domain.Contains('.', StringComparison.Ordinal) ? "The part after the @-sign is not valid. It should have a period."
        : !char.IsAsciiLetter(domain[^1]) ? "The part after the @-sign is not valid. It is not within a valid top-level domain."
        : Reserved.Any(name => domain.EndsWith($".{name}", StringComparison.Ordinal))
            ? "The part after the @-sign is a special-use or reserved name that cannot be used with email."
        : null;

    private static string? Decode(string domain) =>
        domain.Split('.').Where(label => label.StartsWith("xn--", StringComparison.Ordinal)).Select(OfPunycode).FirstOrDefault(found => found is not null) is { } wrong
            ? $"The part after the @-sign is not valid IDNA ({wrong})."
            : null;

    private static string? OfPunycode(string label) =>
        label.Length == 4 ? "Malformed A-label, no Punycode eligible content found"
        : label.EndsWith('-') ? "A-label must not end with a hyphen"
        : Punycode.Decode(label[4..]) is not { } text ? "Invalid A-label"
        : DomainLabel.Complaint(text);

    private static string Filled(string text, string what) => text.Replace("{0}", what, StringComparison.Ordinal);

    [GeneratedRegex(@"(?:\A|\.)(?!xn)[^.\n][^.\n]--", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OddHyphens();
}

namespace TrustedPublishing.Testing.Rows;

/// <summary>E-mail addresses; the verdicts are those of email-validator 2.3.0 with idna 3.13, as the server calls them.</summary>
internal static class MailRows
{
    private const string See = "See https://packaging.python.org/specifications/core-metadata for more information.";

    private static readonly string[] Accepted =
    [
        "e\u0301@example.com",
        "ä@example.com",
        "a@exämple.com",
        "a@EXÄMPLE.com",
        "a@ß.de",
        "a@ＡＢ.de",
        "a@b。de",
        "a@ﬁ.de",
        "a@l·l.com",
        "a@あ・.com",
        "a@אב.com",
        "a@xn--nxasmq6b.com",
        "a@xn--mnchen-3ya.de",
        "Name <a@b.de>",
        "a@b.de (comment)",
        "A, B <a@b.de>",
        "a@b.de; c@d.de",
        "a@b c.de",
        "a@\U0001D400.com",
        "a@Ꭰ.com",
        "a@ꭰ.com",
        "a@İ.de",
        "a@ẞ.de",
        "a@²b.de",
    ];

    /// <summary>The field, the address in it in Python's spelling, and the problem.</summary>
    private static readonly (string Field, string Address, string Wrong)[] Refused =
    [
        ("a\u200B@example.com", "'a\\u200b@example.com'", "The email address contains unsafe characters: ZERO WIDTH SPACE."),
        ("\uFEFFa@example.com", "'\\ufeffa@example.com'", "The email address contains unsafe characters: ZERO WIDTH NO-BREAK SPACE."),
        ("a@exa\u200Bmple.com", "'a@exa\\u200bmple.com'", "The email address contains unsafe characters: ZERO WIDTH SPACE."),
        ("a@exa\u200Dmple.com", "'a@exa\\u200dmple.com'", "The email address contains unsafe characters: ZERO WIDTH JOINER."),
        ("a@exam\u00ADple.com", "'a@exam\\xadple.com'", "The email address contains unsafe characters: SOFT HYPHEN."),
        ("a\u00A0b@example.com", "'a\\xa0b@example.com'", "The email address contains unsafe characters: NO-BREAK SPACE."),
        ("a\u2028b@example.com", "'a\\u2028b@example.com'", "The email address contains unsafe characters: LINE SEPARATOR."),
        ("\u0301a@example.com", "'\u0301a@example.com'", "The email address contains unsafe characters: COMBINING ACUTE ACCENT."),
        ("a@\u0301xample.com", "'a@\u0301xample.com'", "The email address contains unsafe characters: COMBINING ACUTE ACCENT."),
        ("a@b\u2024de.com", "'a@b\u2024de.com'", "The part after the @-sign contains invalid characters: '\u2024'."),
        ("a@☃.com", "'a@☃.com'", "The part after the @-sign is invalid (Codepoint U+2603 at position 1 of '☃' not allowed)."),
        ("a@\U0001F4A9.la", "'a@\U0001F4A9.la'", "The part after the @-sign is invalid (Codepoint U+1F4A9 at position 1 of '\U0001F4A9' not allowed)."),
        ("a@·.com", "'a@·.com'", "The part after the @-sign is invalid (Codepoint U+00B7 not allowed at position 1 in '·')."),
        ("a@・.com", "'a@・.com'", "The part after the @-sign is invalid (Codepoint U+30FB not allowed at position 1 in '・')."),
        ("a@क\u094D\u200Dष.com", "'a@क\u094D\\u200dष.com'", "The email address contains unsafe characters: ZERO WIDTH JOINER."),
        ("a@אa.com", "'a@אa.com'", "The part after the @-sign is invalid (Invalid direction for codepoint at position 2 in a right-to-left label)."),
        ("a@aא.com", "'a@aא.com'", "The part after the @-sign is invalid (Invalid direction for codepoint at position 2 in a left-to-right label)."),
        ("a@1א.com", "'a@1א.com'", "The part after the @-sign is invalid (First codepoint in label '1א' must be directionality L, R or AL)."),
        ("a@א1٠.com", "'a@א1٠.com'", "The part after the @-sign is invalid (Can not mix numeral types in a right-to-left label)."),
        ("a@א-.com", "'a@א-.com'", "An email address cannot have a period and a hyphen next to each other."),
        ("a@xn--a.de", "'a@xn--a.de'", "The part after the @-sign is not valid IDNA (Codepoint U+0080 at position 1 of '\\x80' not allowed)."),
        ("a@xn--.de", "'a@xn--.de'", "An email address cannot have a period and a hyphen next to each other."),
        ("a@xn--99999999.de", "'a@xn--99999999.de'", "The part after the @-sign is not valid IDNA (Invalid A-label)."),
        ("a@xn--ä.de", "'a@xn--ä.de'", "The part after the @-sign is invalid (Label has disallowed hyphens in 3rd and 4th position)."),
        ("a@ab--cd.de", "'a@ab--cd.de'", "An email address cannot have two letters followed by two dashes immediately after the @-sign or after a period, except Punycode."),
        ("a@-b.de", "'a@-b.de'", "An email address cannot have a hyphen immediately after the @-sign."),
        ("a@b-.de", "'a@b-.de'", "An email address cannot have a period and a hyphen next to each other."),
        ("a@b..de", "'a@b..de'", "An email address cannot have two periods in a row."),
        ("a@.b.de", "'a@.b.de'", "An email address cannot have a period immediately after the @-sign."),
        ("a@b.de.", "'a@b.de.'", "An email address cannot end with a period."),
        ("a..b@c.de", "'a..b@c.de'", "An email address cannot have two periods in a row."),
        (".a@b.de", "'.a@b.de'", "An email address cannot start with a period."),
        ("a.@b.de", "'a.@b.de'", "An email address cannot have a period immediately before the @-sign."),
        ("a@b.test", "'a@b.test'", "The part after the @-sign is a special-use or reserved name that cannot be used with email."),
        ("a@b.local", "'a@b.local'", "The part after the @-sign is a special-use or reserved name that cannot be used with email."),
        ("a@1.2.3.4", "'a@1.2.3.4'", "The part after the @-sign is not valid. It is not within a valid top-level domain."),
        ("a@b.d1", "'a@b.d1'", "The part after the @-sign is not valid. It is not within a valid top-level domain."),
        ("a@b_c.de", "'a@b_c.de'", "The part after the @-sign contains invalid characters: '_'."),
        ("a@b", "'a@b'", "The part after the @-sign is not valid. It should have a period."),
        ("@b.de", "'@b.de'", "There must be something before the @-sign."),
        ("a＠b.de", "'a＠b.de'", "The email address has the \"full-width\" at-sign (@) character instead of a regular at-sign."),
        ("a﹫b.de", "'a﹫b.de'", "The email address has the \"small commercial at\" character instead of a regular at-sign."),
        ("\"a b\"@c.de", "'\"a b\"@c.de'", "Quoting the part before the @-sign is not allowed here."),
        ("\"a\"@c.de", "'\"a\"@c.de'", "Quoting the part before the @-sign is not allowed here."),
        ("\"\"@c.de", "'\"\"@c.de'", "There must be something before the @-sign."),
        ("\"a\\\"@b\"@c.de", "'\"a\\\\\"@b\"@c.de'", "Quoting the part before the @-sign is not allowed here."),
        ($"a@{new string('x', 64)}.de", $"'a@{new string('x', 64)}.de'", "After the @-sign, periods cannot be separated by so many characters (1 character too many)."),
        ($"a@{new string('ü', 60)}.de", $"'a@{new string('ü', 60)}.de'", "The part after the @-sign is invalid (Label too long)."),
        ($"{new string('a', 300)}@b.de", $"'{new string('a', 300)}@b.de'", "The email address is too long (51 characters too many)."),
        ($"{new string('ä', 130)}@b.de", $"'{new string('ä', 130)}@b.de'", "The email address is too long (5-11 characters too many)."),
        ($"a@{Labels('x', 60, 5)}.de", $"'a@{Labels('x', 60, 5)}.de'", "The email address is too long after the @-sign (54 characters too many)."),
        ($"a@{Labels('ü', 30, 6)}.de", $"'a@{Labels('ü', 30, 6)}.de'", "The email address is too long (58-116 characters too many)."),
        ($"{new string('a', 200)}@{new string('ü', 40)}.de", $"'{new string('a', 200)}@{new string('ü', 40)}.de'", "The email address is too long (15-30 characters too many)."),
        ("\"x\"\"y\"@b.de", "'\"x\"\"y\"@b.de'", "Extra character(s) found after close quote: '\"', 'y', '\"'."),
        ("a b@c.de", "'a b@c.de'", "The email address contains invalid characters before the @-sign: SPACE."),
        ("a\u0009b@c.de", "'a\\tb@c.de'", "The email address contains invalid characters before the @-sign: U+0009."),
        ("a\u007F@c.de", "'a\\x7f@c.de'", "The email address contains invalid characters before the @-sign: U+007F."),
        ("a@b!.de", "'a@b!.de'", "The part after the @-sign contains invalid characters: '!'."),
        ("a\u0378@b.de", "'a\\u0378@b.de'", "The email address contains unsafe characters: U+0378."),
        ("a\U000E0041@b.de", "'a\\U000e0041@b.de'", "The email address contains unsafe characters: TAG LATIN CAPITAL LETTER A."),
        ("a\uE000@b.de", "'a\\ue000@b.de'", "The email address contains unsafe characters: U+E000."),
        ("a@∞.de", "'a@∞.de'", "The part after the @-sign is invalid (Codepoint U+221E at position 1 of '∞' not allowed)."),
    ];

    public static IReadOnlyList<FormRow> All { get; } =
    [
        .. Accepted.Select(field => FormRow.Of($"mail address {field}", null, ("author_email", field))),
        .. Refused.Select(row => FormRow.Of($"mail address {row.Address}", $"{row.Address} is not a valid email address: {row.Wrong} {See}", ("maintainer_email", row.Field))),
    ];

    private static string Labels(char letter, int length, int count) => string.Join('.', Enumerable.Repeat(new string(letter, length), count));
}

namespace TrustedPublishing.Testing.Rows;

/// <summary>Environment markers whose quoted values Python itself parses: if it cannot, PyPI's server fails.</summary>
public static class MarkerRows
{
    private static readonly string[] Read =
    [
        "'a\\\nb'", "'a\\\r\nb'", @"'\x41'", @"'\u00e4'", @"'\U0001F40D'", @"'\ud83d\udc0d'", @"'\d'", @"'\777'", @"'\N{EM DASH}'", "'it\"s'", "\"it's\"", "'ä'", "'a\u2028b'", "'a\fb'", "''", @"'\\'",
    ];

    private static readonly (string Value, string Why)[] Broken =
    [
        ("'a\nb'", "a line break"), ("'a\rb'", "a line break"), ("\"a\r\nb\"", "a line break"), (@"'a\'", @"the invalid escape \"), (@"'\x4'", @"the invalid escape \x4"),
        (@"'\u12'", @"the invalid escape \u12"), (@"'\U00110000'", @"the invalid escape \U00110000"), (@"'\N'", @"the invalid escape \N"), (@"'\0'", "a character that no database stores"),
        (@"'\ud800'", "a character that no database stores"), (@"'\x00'", "a character that no database stores"),
    ];

    /// <summary>The rows.</summary>
    public static IReadOnlyList<FormRow> All { get; } =
    [
        .. from field in new[] { "requires_dist", "provides_dist", "obsoletes_dist" }
           from value in Read
           select FormRow.Of($"{field} with the marker value {value}", null, (field, $"foo; platform_version == {value}")),
        .. from field in new[] { "requires_dist", "provides_dist", "obsoletes_dist" }
           from row in Broken
           select FormRow.Of($"server fails: {field} with the marker value {row.Value}", Failure(field, $"an environment marker has {row.Why} in a quoted value, which Python cannot parse"), (field, $"foo; {row.Value} in platform_version")),
        FormRow.Of("server fails before an unknown classifier", Failure("requires_dist", "an environment marker has a line break in a quoted value, which Python cannot parse"), ("classifiers", "x"), ("requires_dist", "foo; os_name == 'a\nb'")),
        FormRow.Of("a marker 400 deep", null, ("requires_dist", Nested(400))),
        FormRow.Of("server fails: a marker 2000 deep", Failure("requires_dist", "an environment marker has more nested parentheses than Python can parse"), ("requires_dist", Nested(2000))),
        FormRow.Of("a line break between the parts of a marker",
            "\"foo; os_name\\n== 'a'\" is invalid for 'requires-dist'. See https://packaging.python.org/specifications/core-metadata for more information.", ("requires_dist", "foo; os_name\n== 'a'")),
        FormRow.Of("a line break after a requirement", null, ("requires_dist", "foo>=1; os_name == 'a'\n")),
    ];

    private static string Nested(int depth) => $"foo; {new string('(', depth)}os_name == 'a'{new string(')', depth)}";

    private static string Failure(string field, string why) => $"PyPI's server fails on {field.Replace('_', '-')} with status 500 (Internal Server Error): {why}.";
}

using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>A MIME type with parameters, as Python's e-mail parser reads it.</summary>
/// <param name="Type">In lower case; <c>text/plain</c> when it cannot be read.</param>
/// <param name="Charset">The parameter as spelled, or null.</param>
/// <param name="Variant">The parameter as spelled, or null.</param>
internal sealed partial record ContentType(string Type, string? Charset, string? Variant)
{
    public static ContentType Parse(string text)
    {
        var semicolon = text.IndexOf(';', StringComparison.Ordinal);
        var type = PythonText.Strip(semicolon < 0 ? text : text[..semicolon]).ToLowerInvariant();
        var parameters = Parameter().Matches(semicolon < 0 ? "" : text[semicolon..]);
        return new(type.Count(c => c == '/') == 1 ? type : "text/plain", Value(parameters, "charset"), Value(parameters, "variant"));
    }

    private static string? Value(MatchCollection parameters, string name) => parameters
        .Where(parameter => parameter.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(parameter => parameter.Groups["quoted"].Success ? Unescape().Replace(parameter.Groups["quoted"].Value, "$1") : parameter.Groups["plain"].Value)
        .FirstOrDefault();

    [GeneratedRegex("""\G;[ \t]*(?:(?<name>[^;=\s"]+)[ \t]*=[ \t]*(?:"(?<quoted>(?:[^"\\]|\\.)*)"?|(?<plain>[^\s()<>@,;:\\"/\[\]?=]+)))?[^;]*""")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Unescape();
}

using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>A MIME type with parameters, parsed like Python's e-mail parser; the extended parameters of RFC 2231 are not supported.</summary>
/// <param name="Type">The type in lower case; <c>text/plain</c> if it cannot be parsed.</param>
/// <param name="Charset">The parameter as spelled, empty if it has no value, or null.</param>
/// <param name="Variant">As for the charset.</param>
internal sealed partial record ContentType(string Type, string? Charset, string? Variant)
{
    public static ContentType Parse(string text)
    {
        var semicolon = text.IndexOf(';', StringComparison.Ordinal);
        var type = PythonText.Strip(semicolon < 0 ? text : text[..semicolon]).ToLowerInvariant();
        var parameters = Parameter().Matches(semicolon < 0 ? "" : text[semicolon..]).Where(match => match.Groups["name"].Success).ToArray();
        return new(type.Count(c => c == '/') == 1 ? type : "text/plain", Value(parameters, "charset"), Value(parameters, "variant"));
    }

    /// <summary>If a parameter is repeated, the first counts; if it is repeated with different case, the last counts.</summary>
    private static string? Value(IEnumerable<Match> parameters, string name) => parameters
        .DistinctBy(parameter => parameter.Groups["name"].Value)
        .Where(parameter => parameter.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(parameter => parameter.Groups["quoted"].Success ? Unescape().Replace(parameter.Groups["quoted"].Value, "$1") : parameter.Groups["plain"].Value)
        .LastOrDefault();

    /// <summary>A name alone is a parameter without a value; anything after a value up to the next semicolon is ignored.</summary>
    [GeneratedRegex(
        """
        \G;(?>(?:[ \t]|\((?>(?:[^()\\]|\\.)*)\))*)
        (?:(?<name>(?>[^()<>@,:;\\"\[\]/?= \t*'%]+))(?>(?:[ \t]|\((?>(?:[^()\\]|\\.)*)\))*)
        (?:=(?>(?:[ \t]|\((?>(?:[^()\\]|\\.)*)\))*)(?:"(?<quoted>(?>(?:[^"\\]|\\.)*))"?|(?<plain>(?>[^()<>@,:;\\"\[\]/?= \t*']+)))|(?=;|\z)))?
        (?>(?:"(?>(?:[^"\\]|\\.)*)"|[^;])*)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\\(.)", RegexOptions.Singleline)]
    private static partial Regex Unescape();
}

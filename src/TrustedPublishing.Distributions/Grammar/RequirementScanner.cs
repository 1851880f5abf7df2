using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>Reads a requirement token by token; the parser decides which tokens are allowed.</summary>
internal sealed partial class RequirementScanner(string source)
{
    public int Position { get; private set; }

    /// <summary>The end, or before a final line feed: Python's <c>$</c> matches there too.</summary>
    public bool AtEnd => Position == source.Length || (Position == source.Length - 1 && source[Position] == '\n');

    public void SkipSpace()
    {
        while (Position < source.Length && source[Position] is ' ' or '\t')
        {
            Position++;
        }
    }

    public bool IsAt(char c) => Position < source.Length && source[Position] == c;

    public bool Take(char c)
    {
        var taken = IsAt(c);
        Position += taken ? 1 : 0;
        return taken;
    }

    public string? Take(Regex token)
    {
        var match = token.Match(source, Position);
        Position += match.Length;
        return match.Success ? match.Value : null;
    }

    public string? TakeSpecifier()
    {
        var specifier = VersionSpecifiers.At(source, Position);
        Position += specifier?.Length ?? 0;
        return specifier;
    }

    public string Expect(Regex token, string expected) => Take(token) ?? throw Error($"Expected {expected}");

    public bool IsAt(Regex token) => token.IsMatch(source, Position);

    public RequirementException Error(string message, int? start = null, int? end = null) =>
        new(message, source, start ?? Position, end ?? Position);

    /// <summary>The packaging library raises an unexpected exception instead of rejecting it, and PyPI's server fails.</summary>
    public RequirementException Failure(string why) => new(why, source, Position, Position) { ServerFails = why };

    /// <summary>Python's word boundaries are between letters, numbers and underscores of any script, and everything else.</summary>
    [GeneratedRegex(@"\G(?<![\p{L}\p{N}_])[a-zA-Z0-9][a-zA-Z0-9._-]*(?:(?<=[a-zA-Z0-9_])(?![\p{L}\p{N}_])|(?<=[.-])(?=[\p{L}\p{N}_]))", RegexOptions.CultureInvariant)]
    public static partial Regex Identifier();

    [GeneratedRegex(@"\G[^ \t]+")]
    public static partial Regex Url();

    [GeneratedRegex(@"\G[ \t]+")]
    public static partial Regex Space();

    [GeneratedRegex(@"\G\.\*")]
    public static partial Regex PrefixTrail();

    [GeneratedRegex(@"\G\+[a-z0-9]+(?:[-_.][a-z0-9]+)*")]
    public static partial Regex LocalTrail();

    [GeneratedRegex("""\G(?:'[^']*'|"[^"]*")""")]
    public static partial Regex Quoted();

    [GeneratedRegex(@"\G(?:===|==|~=|!=|<=|>=|<|>)")]
    public static partial Regex Comparison();

    [GeneratedRegex(@"\G\b(?:or|and)\b")]
    public static partial Regex Connective();

    [GeneratedRegex(@"\G\bin\b")]
    public static partial Regex In();

    [GeneratedRegex(@"\G\bnot\b")]
    public static partial Regex Not();

    [GeneratedRegex(
        """
        \G\b(?:python_version|python_full_version|os[._]name|sys[._]platform|platform_(?:release|system)|platform[._](?:version|machine|python_implementation)
        |python_implementation|implementation_(?:name|version)|extras?|dependency_groups)\b
        """,
        RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex Variable();
}

/// <summary>
/// A requirement cannot be parsed; the message is packaging's, with the position marked on separate lines. It never leaves <see cref="Requirement"/>.
/// </summary>
internal sealed class RequirementException(string message, string source, int start, int end)
    : FormatException($"{message}\n    {source}\n    {new string(' ', PythonText.Length(source[..start]))}{new string('~', Width(source, start, end))}^")
{
    /// <summary>The part on which PyPI's server fails; null if it rejects the requirement with the message.</summary>
    public string? ServerFails { get; init; }

    private static int Width(string source, int start, int end) => PythonText.Length(source[start..Math.Min(end, source.Length)]) + Math.Max(0, end - source.Length);
}

using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.GitHub;

/// <summary>
/// The patterns of tags that start a release, in order: the last match decides, and a pattern that starts with <c>!</c> excludes the tag
/// (docs.github.com, workflow syntax, <c>on.push.tags</c>).
/// </summary>
internal static partial class TagPatterns
{
    /// <summary>Invalid patterns, with what to change.</summary>
    public static IEnumerable<string> Check(IReadOnlyList<string> patterns) =>
    [
        .. patterns.Where(pattern => Problem(pattern) is not null).Select(pattern => $"'{Shown(pattern)}' in OnPushTags {Problem(pattern)}."),
        .. patterns.Count > 0 && patterns.All(IsNegative) ? ["OnPushTags only excludes tags: put a pattern that starts a release before them, for example \"v*\"."] : (string[])[],
    ];

    /// <summary>The reverse order, for systems in which the first match decides.</summary>
    public static IEnumerable<(RefPattern Pattern, bool Starts)> FirstDecides(IReadOnlyList<string> patterns) =>
        (patterns.Any(IsNegative) ? patterns.Reverse() : patterns).Select(pattern => (RefPattern.OfTrigger(Positive(pattern)), !IsNegative(pattern)));

    public static bool IsNegative(string pattern) => pattern.StartsWith('!');

    private static string Positive(string pattern) => IsNegative(pattern) ? pattern[1..] : pattern;

    private static string? Problem(string pattern) => Positive(pattern) switch
    {
        "" => "is not a tag pattern",
        { Length: > RefPattern.Longest } => $"has {pattern.Length} characters, more than a tag name can have: use at most {RefPattern.Longest}",
        var text when text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) => "is not a tag pattern: git does not allow spaces in tag names",
        var text when Repeated().IsMatch(text) => "has a '?' or '+' with nothing before it: they mean 'zero or one' and 'one or more' of the preceding character",
        var text when Sets().Replace(text, "").AsSpan().ContainsAny('[', ']') => "has a '[' or ']' without the other",
        var text when Slash().IsMatch(text) => "has a '/' in a character set, which never matches one: write it outside the set",
        var text when Negated().IsMatch(text) => "has a character set that begins with '!' or '^', which GitHub does not define: list the intended characters",
        _ => null,
    };

    private static string Shown(string pattern) => pattern.Length <= 60 ? pattern : $"{pattern[..60]}…";

    [GeneratedRegex(@"\A[?+]|(?<!\\)[*?+][?+]")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"\\.|\[[^\]\[]+\]")]
    private static partial Regex Sets();

    [GeneratedRegex(@"(?<!\\)\[[^\]]*/")]
    private static partial Regex Slash();

    [GeneratedRegex(@"(?<!\\)\[[!^]")]
    private static partial Regex Negated();
}

using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.GitHub;

/// <summary>A part of a pattern for branch or tag names: which characters it matches, and how many.</summary>
/// <param name="Takes">The characters that it matches.</param>
/// <param name="Expression">The same as an RE2 regular expression, usable between slashes, for one character.</param>
/// <param name="Rule">The same in the syntax of environment rules, for one character; null if it cannot be expressed.</param>
internal sealed record RefPart(Func<char, bool> Takes, string Expression, string? Rule)
{
    /// <summary>Every ASCII character that git allows in names, and one that represents all characters that no pattern names.</summary>
    private static readonly char[] Characters = [.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code), '\uFFFD'];

    /// <summary>Any character.</summary>
    public static RefPart Any { get; } = new(_ => true, ".", null);

    /// <summary>Any character except a slash.</summary>
    public static RefPart NoSlash { get; } = new(c => c != '/', @"[^\/]", "?");

    /// <summary>The characters that are named explicitly.</summary>
    public string Named { get; init; } = "";

    /// <summary>Whether it may match no character.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>Whether it may match several characters.</summary>
    public bool Repeats { get; init; }

    /// <summary>Any number of these characters.</summary>
    public RefPart Many => this with { MayBeAbsent = true, Repeats = true };

    public static RefPart OneOf(char only) => new(c => c == only, only == '/' ? @"\/" : Regex.Escape($"{only}"), "*?[\\".Contains(only, StringComparison.Ordinal) ? $"\\{only}" : $"{only}") { Named = $"{only}" };

    /// <summary>A set in brackets: characters, ranges, and a leading negation.</summary>
    public static RefPart OneOf(string set)
    {
        var negated = set.StartsWith('^') || set.StartsWith('!');
        var ranges = Ranges(negated ? set[1..] : set).ToList();
        var members = string.Concat(ranges.Select(range => range.First == range.Last ? InSet(range.First) : $"{InSet(range.First)}-{InSet(range.Last)}"));
        return new(
            c => c != '/' && ranges.Exists(range => range.First <= c && c <= range.Last) != negated,
            negated ? $@"[^\/{members}]" : $"[{members}]",
            $"[{set}]") { Named = string.Concat(ranges.Select(range => $"{range.First}{range.Last}")) };
    }

    public bool Shares(RefPart other) => Characters.Concat(Named).Concat(other.Named).Any(c => Takes(c) && other.Takes(c));

    private static IEnumerable<(char First, char Last)> Ranges(string members)
    {
        for (var i = 0; i < members.Length; i++)
        {
            var isRange = i + 2 < members.Length && members[i + 1] == '-';
            yield return (members[i], members[isRange ? i + 2 : i]);
            i += isRange ? 2 : 0;
        }
    }

    private static string InSet(char c) => c is '/' or '-' or ']' or '[' or '^' or '\\' ? $"\\{c}" : $"{c}";
}

using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.GitHub;

/// <summary>
/// A pattern for branch or tag names, shared by the generators for both systems, the Doctor and the environment rules. It supports two syntaxes:
/// workflow triggers have <c>**</c> and the quantifiers <c>?</c> and <c>+</c> (docs.github.com, workflow syntax, filter pattern cheat sheet);
/// environment rules are those of Ruby's <c>File.fnmatch</c> with <c>FNM_PATHNAME</c>.
/// </summary>
internal sealed partial class RefPattern
{
    /// <summary>Longer patterns are not compared: git names are much shorter.</summary>
    public const int Longest = 1000;

    private readonly List<RefPart> parts = [];

    private RefPattern()
    {
    }

    /// <summary>The pattern as a GitLab regular expression, between slashes.</summary>
    public string GitLabExpression => $"/^{string.Concat(parts.Select(part => part.Expression + (part.MayBeAbsent ? part.Repeats ? "*" : "?" : part.Repeats ? "+" : "")))}$/";

    /// <summary>The narrowest environment rule that matches everything that the pattern matches, ignoring slashes.</summary>
    public string EnvironmentRule => Stars().Replace(string.Concat(parts.Select(part => part is { MayBeAbsent: false, Repeats: false, Rule: { } rule } ? rule : "*")), "*");

    public static RefPattern OfTrigger(string text)
    {
        var pattern = new RefPattern();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '*' when text.AsSpan(i).StartsWith("**"):
                    pattern.parts.Add(RefPart.Any.Many);
                    i++;
                    break;
                case '*':
                    pattern.parts.Add(RefPart.NoSlash.Many);
                    break;
                case '?' when pattern.parts.Count > 0:
                    pattern.parts[^1] = pattern.parts[^1] with { MayBeAbsent = true };
                    break;
                case '+' when pattern.parts.Count > 0:
                    pattern.parts.Add(pattern.parts[^1].Many);
                    break;
                default:
                    pattern.AddCharacter(text, ref i);
                    break;
            }
        }

        return pattern;
    }

    public static RefPattern OfRule(string text)
    {
        var pattern = new RefPattern();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '*' when text.AsSpan(i).StartsWith("**/") && (i == 0 || text[i - 1] == '/'):
                    pattern.parts.Add(RefPart.Any.Many);
                    i += 2;
                    break;
                case '*':
                    pattern.parts.Add(RefPart.NoSlash.Many);
                    break;
                case '?':
                    pattern.parts.Add(RefPart.NoSlash);
                    break;
                default:
                    pattern.AddCharacter(text, ref i);
                    break;
            }
        }

        return pattern;
    }

    /// <summary>Whether some name matches both patterns. Two patterns of the maximum length take a fraction of a second.</summary>
    public bool Overlaps(RefPattern other)
    {
        var tried = new bool[(parts.Count + 1) * (other.parts.Count + 1)];
        var open = new Stack<(int Here, int There)>([(0, 0)]);
        while (open.TryPop(out var at))
        {
            if (at == (parts.Count, other.parts.Count))
            {
                return true;
            }

            ref var seen = ref tried[(at.Here * (other.parts.Count + 1)) + at.There];
            foreach (var next in seen ? [] : Next(other, at.Here, at.There))
            {
                open.Push(next);
            }

            seen = true;
        }

        return false;
    }

    private IEnumerable<(int Here, int There)> Next(RefPattern other, int here, int there)
    {
        var (mine, its) = (parts.ElementAtOrDefault(here), other.parts.ElementAtOrDefault(there));
        return
        [
            .. mine?.MayBeAbsent == true ? [(here + 1, there)] : (ReadOnlySpan<(int, int)>)[],
            .. its?.MayBeAbsent == true ? [(here, there + 1)] : (ReadOnlySpan<(int, int)>)[],
            .. mine is not null && its is not null && mine.Shares(its) ? Taken(mine, its, here, there) : [],
        ];
    }

    /// <summary>Both match one character; a repeating part may match more or end.</summary>
    private static IEnumerable<(int Here, int There)> Taken(RefPart mine, RefPart its, int here, int there) =>
        from first in mine.Repeats ? [here, here + 1] : (int[])[here + 1]
        from second in its.Repeats ? [there, there + 1] : (int[])[there + 1]
        select (first, second);

    /// <summary>One character: literal, escaped by a backslash, or one of a set in brackets.</summary>
    private void AddCharacter(string text, ref int i)
    {
        if (text[i] == '[' && text.IndexOf(']', i + 1) is > 0 and var end)
        {
            parts.Add(RefPart.OneOf(text[(i + 1)..end]));
            i = end;
            return;
        }

        i = text[i] == '\\' && i + 1 < text.Length ? i + 1 : i;
        parts.Add(RefPart.OneOf(text[i]));
    }

    [GeneratedRegex(@"\*{2,}")]
    private static partial Regex Stars();
}

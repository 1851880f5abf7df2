namespace TrustedPublishing.Nuke.GitHub;

/// <summary>
/// A pattern of branch or tag names as GitHub reads it, in one of two dialects: the triggers of a workflow have <c>**</c> and the quantifiers
/// <c>?</c> and <c>+</c> (docs.github.com, workflow syntax, filter pattern cheat sheet), the rules of an environment are those of Ruby's
/// <c>File.fnmatch</c> with <c>FNM_PATHNAME</c>.
/// </summary>
internal sealed class RefPattern
{
    private readonly List<RefPart> parts = [];

    public static RefPattern OfTrigger(string text)
    {
        var pattern = new RefPattern();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '*' when text.AsSpan(i).StartsWith("**"):
                    pattern.parts.Add(RefPart.Anything);
                    i++;
                    break;
                case '*':
                    pattern.parts.Add(RefPart.Name);
                    break;
                case '?' when pattern.parts.Count > 0:
                    pattern.parts[^1] = pattern.parts[^1] with { MayBeAbsent = true };
                    break;
                case '+' when pattern.parts.Count > 0:
                    pattern.parts.Add(pattern.parts[^1] with { MayBeAbsent = true, Repeats = true });
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
                    pattern.parts.Add(RefPart.Anything);
                    i += 2;
                    break;
                case '*':
                    pattern.parts.Add(RefPart.Name);
                    break;
                case '?':
                    pattern.parts.Add(RefPart.Name with { MayBeAbsent = false, Repeats = false });
                    break;
                default:
                    pattern.AddCharacter(text, ref i);
                    break;
            }
        }

        return pattern;
    }

    /// <summary>Whether a name exists that both patterns fit.</summary>
    public bool Overlaps(RefPattern other) => Overlaps(other, 0, 0, []);

    private bool Overlaps(RefPattern other, int here, int there, HashSet<(int Here, int There)> tried)
    {
        if (here == parts.Count && there == other.parts.Count)
        {
            return true;
        }

        if (!tried.Add((here, there)))
        {
            return false;
        }

        var (mine, its) = (parts.ElementAtOrDefault(here), other.parts.ElementAtOrDefault(there));
        return (mine?.MayBeAbsent == true && Overlaps(other, here + 1, there, tried))
            || (its?.MayBeAbsent == true && Overlaps(other, here, there + 1, tried))
            || (mine is not null && its is not null && mine.Shares(its)
                && Overlaps(other, mine.Repeats ? here : here + 1, its.Repeats ? there : there + 1, tried));
    }

    /// <summary>One character: itself, the one behind a backslash, or one of a set in brackets.</summary>
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
}

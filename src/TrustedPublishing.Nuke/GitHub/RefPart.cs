namespace TrustedPublishing.Nuke.GitHub;

/// <summary>A part of a pattern of branch or tag names.</summary>
/// <param name="Takes">The characters that it takes.</param>
/// <param name="MayBeAbsent">Whether it may take none.</param>
/// <param name="Repeats">Whether it may take several.</param>
internal sealed record RefPart(Func<char, bool> Takes, bool MayBeAbsent = false, bool Repeats = false)
{
    /// <summary>Every character that git allows in a name and that a pattern can tell apart; one stands for all beyond ASCII.</summary>
    private static readonly char[] Characters = [.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code), 'é'];

    /// <summary>Any characters.</summary>
    public static RefPart Anything { get; } = new(_ => true, MayBeAbsent: true, Repeats: true);

    /// <summary>Any characters but a slash.</summary>
    public static RefPart Name { get; } = new(c => c != '/', MayBeAbsent: true, Repeats: true);

    public static RefPart OneOf(char only) => new(c => c == only);

    /// <summary>A set as it stands in brackets: characters, ranges, and a negation in front.</summary>
    public static RefPart OneOf(string set)
    {
        var negated = set.StartsWith('^') || set.StartsWith('!');
        var members = negated ? set[1..] : set;
        return new(c => c != '/' && Holds(members, c) != negated);
    }

    public bool Shares(RefPart other) => Array.Exists(Characters, c => Takes(c) && other.Takes(c));

    private static bool Holds(string members, char c)
    {
        for (var i = 0; i < members.Length; i++)
        {
            if (i + 2 < members.Length && members[i + 1] == '-')
            {
                if (members[i] <= c && c <= members[i + 2])
                {
                    return true;
                }

                i += 2;
            }
            else if (members[i] == c)
            {
                return true;
            }
        }

        return false;
    }
}

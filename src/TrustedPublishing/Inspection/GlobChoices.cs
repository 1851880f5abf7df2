namespace TrustedPublishing.Inspection;

/// <summary>
/// Expands the braces of a glob, and rejects what its author cannot have intended: <c>*.{whl,tar.gz}</c> stands for two globs; an unclosed
/// bracket is an error.
/// </summary>
internal static class GlobChoices
{
    private const int MostChoices = 256;

    /// <summary>Whether a text contains a character with a special meaning in globs.</summary>
    public static bool IsWild(ReadOnlySpan<char> text) => text.ContainsAny("*?[{}");

    /// <summary>Returns every alternative, or the text itself if it has no braces.</summary>
    /// <exception cref="FormatException">A brace is unbalanced or has no comma, there are too many alternatives, or a set is unclosed or
    /// reversed.</exception>
    public static IReadOnlyList<string> Parse(string text) => [.. Expand(text).Select(WithCheckedSets)];

    private static IReadOnlyList<string> Expand(string text)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var stray = text.IndexOf('}', StringComparison.Ordinal);
        if (stray >= 0 && (open < 0 || stray < open))
        {
            throw new FormatException("a closing brace } has no opening brace");
        }

        if (open < 0)
        {
            return [text];
        }

        var (choices, end) = Choices(text, open);
        string[] rest = [.. Expand(text[(end + 1)..])];
        string[] all = [.. choices.SelectMany(Expand).SelectMany(choice => rest, (choice, tail) => text[..open] + choice + tail)];
        return all.Length <= MostChoices ? all : throw new FormatException($"its braces have more than {MostChoices} choices");
    }

    /// <summary>The alternatives of the brace at <paramref name="open"/>, and the position of its closing brace.</summary>
    private static (List<string> Choices, int End) Choices(string text, int open)
    {
        var (choices, depth, start) = (new List<string>(), 0, open + 1);
        for (var at = open; at < text.Length; at++)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if ((text[at] == ',' && depth == 1) || depth == 0)
            {
                choices.Add(text[start..at]);
                start = at + 1;
            }

            if (depth == 0)
            {
                return choices.Count > 1 ? (choices, at) : throw new FormatException($"the braces {text[open..(at + 1)]} have no comma and thus no alternatives");
            }
        }

        throw new FormatException("an opening brace { is not closed");
    }

    /// <summary>Sets work as in shells: <c>^</c> excludes as <c>!</c> does, and a leading bracket is a member of the set.</summary>
    private static string WithCheckedSets(string glob)
    {
        for (var open = glob.IndexOf('[', StringComparison.Ordinal); open >= 0;)
        {
            var first = open + (open + 1 < glob.Length && glob[open + 1] is '!' or '^' ? 2 : 1);
            var end = first < glob.Length ? glob.IndexOf(']', first + 1) : -1;
            if (end < 0 || glob[open..end].Contains('/', StringComparison.Ordinal))
            {
                throw new FormatException("an opening bracket [ is not closed");
            }

            if (Enumerable.Range(first + 1, Math.Max(0, end - first - 2)).Any(at => glob[at] == '-' && glob[at - 1] > glob[at + 1]))
            {
                throw new FormatException($"the range in {glob[open..(end + 1)]} is reversed");
            }

            glob = glob[open + 1] == '^' ? $"{glob[..(open + 1)]}!{glob[(open + 2)..]}" : glob;
            open = glob.IndexOf('[', end);
        }

        return glob;
    }
}

using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// <c>.gitignore</c> patterns (<see href="https://git-scm.com/docs/gitignore#_pattern_format"/>), which hatchling uses for all its settings.
/// The last matching pattern decides, as in pathspec's <c>GitIgnoreSpec</c>.
/// </summary>
internal sealed class GitIgnore
{
    private readonly List<Pattern> patterns;

    public GitIgnore(IEnumerable<string> lines) => patterns = [.. lines.Select(Parse).OfType<Pattern>()];

    public bool IsEmpty => patterns.Count == 0;

    /// <summary>Whether the patterns match a file or a folder above it.</summary>
    public bool IsMatch(string path)
    {
        var (matched, weight) = (false, 0);
        string[] parents = [.. ProjectPath.Parents(path)];
        foreach (var pattern in patterns)
        {
            var found = pattern.IsForFolders || !pattern.Glob.IsMatch(path) ? Array.Exists(parents, pattern.Glob.IsMatch) ? 1 : 0 : 2;
            if (found > 0 && ((found == 1 && !pattern.IsNegated) || found >= weight))
            {
                (matched, weight) = (!pattern.IsNegated, found);
            }
        }

        return matched;
    }

    private static Pattern? Parse(string line)
    {
        var text = line.TrimEnd('\r', '\n');
        text = text.EndsWith("\\ ", StringComparison.Ordinal) ? text : text.TrimEnd();
        if (text.Length == 0 || text[0] == '#')
        {
            return null;
        }

        var isNegated = text[0] == '!';
        text = (isNegated ? text[1..] : text).Replace("\\#", "#", StringComparison.Ordinal)
            .Replace("\\!", "!", StringComparison.Ordinal).Replace("\\ ", " ", StringComparison.Ordinal);
        var isForFolders = text.EndsWith('/');
        var body = text.Trim('/');
        if (body.Length == 0)
        {
            return null;
        }

        // A slash at the start or in the middle anchors the pattern to the top.
        var isTied = text.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        var contents = body.EndsWith("/**", StringComparison.Ordinal) ? body + "/*" : body;
        return new(new(isTied ? contents : $"**/{contents}", GlobRules.Sets), isForFolders, isNegated);
    }

    private sealed record Pattern(Glob Glob, bool IsForFolders, bool IsNegated);
}

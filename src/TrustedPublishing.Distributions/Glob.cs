using System.Text;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions;

/// <summary>A pattern for paths separated by <c>/</c>. Matching takes at most the number of pattern parts times the number of path parts.</summary>
internal sealed class Glob
{
    private readonly GlobRules rules;
    private readonly string[] parts;
    private readonly Regex?[] expressions;

    public Glob(string pattern, GlobRules rules = GlobRules.None)
    {
        this.rules = rules;
        parts = rules.HasFlag(GlobRules.CrossesFolders) ? [pattern] : [.. pattern.Split('/').Where(part => part is not ("" or "."))];
        expressions = [.. parts.Select(part => IsAnyDepth(part) ? null : Expression(part))];
    }

    /// <summary>Whether the pattern contains a wildcard.</summary>
    public bool IsWild => parts.Any(part => part.AsSpan().ContainsAny('*', '?') || (rules.HasFlag(GlobRules.Sets) && part.Contains('[', StringComparison.Ordinal)));

    /// <summary>Escapes a text to match itself literally where sets are supported.</summary>
    public static string Escape(string text) => string.Concat(text.Select(c => c is '*' or '?' or '[' ? $"[{c}]" : $"{c}"));

    public bool IsMatch(string path) => IsMatch(rules.HasFlag(GlobRules.CrossesFolders) ? [path] : path.Split('/'));

    /// <summary>One table row per part of the pattern.</summary>
    public bool IsMatch(ReadOnlySpan<string> names)
    {
        var reached = new bool[names.Length + 1];
        reached[0] = true;
        for (var part = 0; part < parts.Length; part++)
        {
            var next = new bool[names.Length + 1];
            for (var i = 0; i <= names.Length; i++)
            {
                next[i] = expressions[part] is { } expression
                    ? i > 0 && reached[i - 1] && !IsSkipped(parts[part], names[i - 1]) && expression.IsMatch(names[i - 1])
                    : reached[i] || (i > 0 && next[i - 1] && !IsSkipped(parts[part], names[i - 1]));
            }

            reached = next;
        }

        return reached[^1];
    }

    private bool IsAnyDepth(string part) => part == "**" && !rules.HasFlag(GlobRules.CrossesFolders) && !rules.HasFlag(GlobRules.SingleFolder);

    private bool IsSkipped(string part, string name) => rules.HasFlag(GlobRules.SkipsHidden) && name.StartsWith('.') && !part.StartsWith('.');

    private Regex Expression(string part)
    {
        var text = new StringBuilder(@"\A");
        for (var i = 0; i < part.Length; i++)
        {
            var end = part[i] == '[' && rules.HasFlag(GlobRules.Sets) ? SetEnd(part, i) : -1;
            text.Append(end > 0 ? Set(part[(i + 1)..end]) : part[i] switch { '*' => ".*", '?' => ".", var c => Regex.Escape($"{c}") });
            i = Math.Max(i, end);
        }

        var options = RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
        return new(text.Append(@"\z").ToString(), rules.HasFlag(GlobRules.IgnoresCase) ? options | RegexOptions.IgnoreCase : options);
    }

    /// <summary>
    /// A <c>]</c> directly after <c>[</c> or <c>[!</c> belongs to the set; without a closing bracket, <c>[</c> is an ordinary character.
    /// </summary>
    private static int SetEnd(string part, int open)
    {
        var first = open + 1 + (part.AsSpan(open + 1).StartsWith("!") ? 1 : 0);
        return first + 1 <= part.Length ? part.IndexOf(']', Math.Min(first + 1, part.Length)) : -1;
    }

    /// <summary>A reversed range matches nothing, as in Python.</summary>
    private static string Set(string inner)
    {
        var negated = inner.StartsWith('!');
        var set = new StringBuilder();
        for (var i = negated ? 1 : 0; i < inner.Length; i++)
        {
            var last = i + 2 < inner.Length && inner[i + 1] == '-' ? inner[i + 2] : inner[i];
            set.Append(inner[i] <= last ? $"{Escaped(inner[i])}-{Escaped(last)}" : "");
            i += i + 2 < inner.Length && inner[i + 1] == '-' ? 2 : 0;
        }

        return (set.Length, negated) switch
        {
            (0, false) => @"[^\s\S]",
            (0, true) => ".",
            _ => $"[{(negated ? "^" : "")}{set}]",
        };
    }

    private static string Escaped(char c) => c is '\\' or ']' or '[' or '^' or '-' ? $"\\{c}" : $"{c}";
}

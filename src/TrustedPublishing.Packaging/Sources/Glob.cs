using System.Text;
using System.Text.RegularExpressions;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Sources;

/// <summary>The patterns of <c>license-files</c> as PEP 639 defines them: <c>*</c>, <c>?</c>, <c>**</c>, <c>[a-z]</c>; everything else verbatim.</summary>
internal static partial class Glob
{
    public static bool IsValid(string pattern) => Pattern().IsMatch(pattern) && !pattern.Split('/').Contains("..");

    public static IEnumerable<string> Matches(ProjectFolder folder, string pattern)
    {
        var expression = new Regex(Translate(pattern), RegexOptions.CultureInvariant);
        var files = pattern.Contains('/', StringComparison.Ordinal) || pattern.Contains("**", StringComparison.Ordinal)
            ? SourceTree.Files(folder.Path, Exclusions.IsMadeFolder)
            : SourceTree.Files(folder.Path, _ => true);
        return files.Where(file => expression.IsMatch(file));
    }

    private static string Translate(string pattern)
    {
        var expression = new StringBuilder(@"\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            var (text, length) = rest switch
            {
                ['*', '*', '/', ..] => ("(?:[^/]+/)*", 3),
                ['*', '*', ..] => (".*", 2),
                ['*', ..] => ("[^/]*", 1),
                ['?', ..] => ("[^/]", 1),
                ['[', ..] => (rest[..(rest.IndexOf(']') + 1)].ToString(), rest.IndexOf(']') + 1),
                _ => (Regex.Escape(rest[..1].ToString()), 1),
            };
            expression.Append(text);
            i += length - 1;
        }

        return expression.Append(@"\z").ToString();
    }

    [GeneratedRegex(@"\A(?!/)(?:[\w.*?/-]|\[[\w.-]+\])+\z")]
    private static partial Regex Pattern();
}

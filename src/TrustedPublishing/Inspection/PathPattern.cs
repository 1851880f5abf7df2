using System.IO.Enumeration;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Inspection;

/// <summary>
/// A path that may contain <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>{a,b}</c> and <c>**</c> (any number of folders, including none). Names that start
/// with a dot are matched only by a part that starts with a dot. A path that exists literally is taken literally. On Windows, both slashes and
/// backslashes separate parts.
/// </summary>
internal sealed class PathPattern
{
    private const GlobRules Rules = GlobRules.Sets | GlobRules.SkipsHidden;

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    private readonly Glob[] globs;
    private readonly bool isRecursive;
    private readonly bool entersHidden;

    /// <exception cref="FormatException">A brace or bracket is not closed, or a brace has no alternatives; the message explains it.</exception>
    public PathPattern(string pattern, string baseDirectory)
    {
        var full = Path.IsPathRooted(pattern) ? pattern : $"{baseDirectory}/{pattern}";
        var literal = LiteralPrefix(full);
        var rest = full[literal.Length..].TrimStart(Separators);
        IsGlob = GlobChoices.IsWild(rest);
        Root = Path.GetFullPath(IsGlob ? literal + "/" : full + "/");
        Literal = pattern[..Math.Max(0, pattern.Length - rest.Length)].TrimEnd(Separators);
        string[] choices = IsGlob ? [.. GlobChoices.Parse(OperatingSystem.IsWindows() ? rest.Replace('\\', '/') : rest)] : [];
        globs = [.. choices.Select(choice => new Glob(choice, OperatingSystem.IsLinux() ? Rules : Rules | GlobRules.IgnoresCase))];
        isRecursive = choices.Any(choice => choice.Contains('/', StringComparison.Ordinal));
        entersHidden = choices.Any(choice => choice.Split('/').Any(part => part.StartsWith('.')));
    }

    /// <summary>The absolute path of the folder above the first wildcard; for a path without wildcards, the path itself.</summary>
    public string Root { get; }

    /// <summary>The part before the first wildcard, as written.</summary>
    public string Literal { get; }

    /// <summary>Whether the path contains a wildcard.</summary>
    public bool IsGlob { get; }

    /// <summary>The matching files, in no particular order. Inaccessible folders are ignored; links to folders are not followed.</summary>
    public IReadOnlyList<string> Files() => Matches(folders: false);

    /// <summary>The matching folders, including links to folders.</summary>
    public IReadOnlyList<string> Folders() => Matches(folders: true);

    private string[] Matches(bool folders)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = isRecursive, IgnoreInaccessible = true, AttributesToSkip = 0 };
        return !Directory.Exists(Root) ? []
            : [.. new FileSystemEnumerable<string>(Root, static (ref entry) => entry.ToFullPath(), options)
            {
                ShouldIncludePredicate = (ref entry) => entry.IsDirectory == folders && IsMatch(Path.GetRelativePath(Root, entry.ToFullPath()).Split(Separators)),
                ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && (entersHidden || entry.FileName is not ['.', ..]),
            }];
    }

    private bool IsMatch(string[] names) => Array.Exists(globs, glob => glob.IsMatch(names));

    /// <summary>The leading parts that have no wildcard or that exist literally.</summary>
    private static string LiteralPrefix(string full)
    {
        var end = 0;
        for (var next = 0; next <= full.Length; next++)
        {
            if (next < full.Length && !Separators.Contains(full[next]))
            {
                continue;
            }

            if (GlobChoices.IsWild(full.AsSpan(end..next)) && !Path.Exists(full[..next]))
            {
                return full[..end];
            }

            end = next;
        }

        return full;
    }
}

using System.IO.Enumeration;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Inspection;

/// <summary>
/// A path that may hold <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>{a,b}</c> and <c>**</c> (any number of folders, also none). Names that begin with
/// a dot are matched only by a part that begins with one. What exists under the very name is taken literally. Both kinds of slashes separate
/// on Windows.
/// </summary>
internal sealed class PathPattern
{
    private const GlobRules Rules = GlobRules.Sets | GlobRules.SkipsHidden;

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    private readonly Glob[] globs;
    private readonly bool isRecursive;
    private readonly bool entersHidden;

    /// <exception cref="FormatException">A brace or bracket is not closed, or braces have no choice in them; the message says so.</exception>
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

    /// <summary>The folder above the first wildcard, absolute; for a path without one, the path itself.</summary>
    public string Root { get; }

    /// <summary>What stands before the first part with a wildcard, as it was written.</summary>
    public string Literal { get; }

    /// <summary>Whether there is a wildcard at all.</summary>
    public bool IsGlob { get; }

    /// <summary>The files that match, in no particular order. Folders that may not be read are passed over, links to folders not followed.</summary>
    public IReadOnlyList<string> Files() => Matches(folders: false);

    /// <summary>The folders that match, links to folders among them.</summary>
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

    /// <summary>Whole parts at the beginning that have no wildcard, or that exist as they are written.</summary>
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

using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// hatchling excludes what version control ignores, according to the <c>.gitignore</c> of the project or of the nearest folder above it that has one,
/// up to the root of the repository. Its sdists contain that file, so that they build the same wheel.
/// </summary>
internal sealed record HatchIgnored(IReadOnlyList<string> Patterns, IReadOnlyList<string> Files)
{
    public static HatchIgnored Read(ProjectFolder folder)
    {
        for (var place = new DirectoryInfo(folder.Path); place is not null; place = place.Parent)
        {
            var file = Path.Combine(place.FullName, ".gitignore");
            if (File.Exists(file))
            {
                return Parse(TextFiles.ReadUtf8(file) ?? "", folder, ProjectPath.FromNative(Path.GetRelativePath(folder.Path, file)));
            }

            if (Directory.Exists(Path.Combine(place.FullName, ".git")))
            {
                break;
            }
        }

        return new([], []);
    }

    /// <summary>A project inside an ignored folder was put there on purpose; then nothing is ignored.</summary>
    private static HatchIgnored Parse(string text, ProjectFolder folder, string path)
    {
        var patterns = text.Split('\n');
        var isIgnored = new GitIgnore(patterns).IsMatch(ProjectPath.FromNative(folder.Path).TrimStart('/'));
        return new(isIgnored ? [] : patterns, [path]);
    }
}

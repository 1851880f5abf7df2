using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>poetry-core asks git which files are ignored, but only at the root of a repository; an unpacked sdist has no repository.</summary>
internal static class PoetryIgnored
{
    public static Func<string, bool> Read(ProjectFolder folder)
    {
        var isRepository = folder.HasFolder(".git") || folder.HasFile(".git");
        var text = isRepository && folder.HasFile(".gitignore") ? TextFiles.ReadUtf8(folder.Absolute(".gitignore")) : null;
        return new GitIgnore((text ?? "").Split('\n')).IsMatch;
    }
}

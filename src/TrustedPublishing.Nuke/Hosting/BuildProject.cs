using Nuke.Common;
using Nuke.Common.IO;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>The project file of a build.</summary>
internal static class BuildProject
{
    /// <summary>
    /// The one that NUKE finds on its way up from the compiled build; where that lies elsewhere (<c>UseArtifactsOutput</c>), the one of its name
    /// in the root or at most two folders below. Null when there is none, or more than one.
    /// </summary>
    public static AbsolutePath? Find(INukeBuild build)
    {
        if (build.BuildProjectFile is { } found)
        {
            return found;
        }

        var name = $"{Path.GetFileNameWithoutExtension(build.BuildAssemblyFile)}.csproj";
        string root = build.RootDirectory;
        return Folders(root).Concat(Folders(root).SelectMany(Folders)).Prepend(root).Select(folder => Path.Combine(folder, name)).Where(File.Exists).ToList() is [var only] ? only : null;
    }

    private static IEnumerable<string> Folders(string folder) => Directory.EnumerateDirectories(folder).Where(below => !Path.GetFileName(below).StartsWith('.'));
}

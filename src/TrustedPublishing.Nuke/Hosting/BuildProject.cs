using Nuke.Common;
using Nuke.Common.IO;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>The project file of a build.</summary>
internal static class BuildProject
{
    /// <summary>
    /// The project file that NUKE finds above the compiled build; if the output is elsewhere (<c>UseArtifactsOutput</c>), the file with the same name
    /// in the root or at most two folders below. Null if there is none or more than one.
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

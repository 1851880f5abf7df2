namespace TrustedPublishing.Nuke.Declaration;

/// <summary>The folder of the git repository, where CI systems look for their files, even if the build's root is a subfolder.</summary>
internal static class GitFolder
{
    /// <summary>The nearest folder from the root upwards that contains <c>.git</c>; the root itself if there is no git repository.</summary>
    public static string Find(string root)
    {
        for (var folder = new DirectoryInfo(root); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return folder.FullName;
            }
        }

        return root;
    }
}

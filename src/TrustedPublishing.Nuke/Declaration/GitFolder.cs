namespace TrustedPublishing.Nuke.Declaration;

/// <summary>The folder of the git repository: there CI systems look for their files, whichever folder below it the build has for its root.</summary>
internal static class GitFolder
{
    /// <summary>The nearest folder from the root upwards that holds <c>.git</c>; the root itself where there is no git repository.</summary>
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

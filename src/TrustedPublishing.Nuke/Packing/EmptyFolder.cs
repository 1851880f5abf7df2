namespace TrustedPublishing.Nuke.Packing;

/// <summary>A folder that is created, and emptied if it exists.</summary>
internal static class EmptyFolder
{
    /// <summary>Returns its path.</summary>
    public static string Create(string path)
    {
        if (Directory.Exists(path))
        {
            foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            {
                File.SetAttributes(file, FileAttributes.Normal); // Windows deletes no read-only file
            }

            Directory.Delete(path, recursive: true);
        }

        return Directory.CreateDirectory(path).FullName;
    }
}

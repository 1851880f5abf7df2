namespace TrustedPublishing.Packaging.Sources;

/// <summary>Walks a folder: relative paths with <c>/</c>, in ordinal order. Links to folders are not followed, links to files are read.</summary>
internal static class SourceTree
{
    public static IEnumerable<string> Files(string folder, Func<string, bool> excludesFolder, Func<string, bool> excludesFile) =>
        Walk(new(folder), "", excludesFolder, excludesFile).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Walk(DirectoryInfo folder, string prefix, Func<string, bool> excludesFolder, Func<string, bool> excludesFile)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is FileInfo file)
            {
                if (!excludesFile(file.Name))
                {
                    yield return prefix + file.Name;
                }
            }
            else if (entry.LinkTarget is null && !excludesFolder(entry.Name))
            {
                foreach (var path in Walk((DirectoryInfo)entry, $"{prefix}{entry.Name}/", excludesFolder, excludesFile))
                {
                    yield return path;
                }
            }
        }
    }
}

namespace TrustedPublishing.Inspection;

/// <summary>Resolves symbolic links to files: only their targets count.</summary>
internal static class LinkedFile
{
    /// <summary>The target of a path after following all links; the path itself if it is not a link or its target does not exist.</summary>
    public static FileInfo Target(string path)
    {
        var file = new FileInfo(path);
        try
        {
            return file.LinkTarget is null ? file : (FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return file; // a cycle: opening the file will report it
        }
    }

    /// <summary>Omits links whose target is already included under the same name.</summary>
    public static IReadOnlyList<string> WithoutLinksToTheSame(IEnumerable<string> files) =>
        [.. files.OrderBy(file => new FileInfo(file).LinkTarget is null ? 0 : 1).DistinctBy(file => (Path.GetFileName(file), Target(file).FullName))];
}

namespace TrustedPublishing.Inspection;

/// <summary>Symbolic links to files: what counts is what they point to.</summary>
internal static class LinkedFile
{
    /// <summary>The file behind a path, through any number of links; the path itself when it is no link, or leads nowhere.</summary>
    public static FileInfo Target(string path)
    {
        var file = new FileInfo(path);
        try
        {
            return file.LinkTarget is null ? file : (FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return file; // a circle: whoever opens it will say so
        }
    }

    /// <summary>Leaves out links that lead, under the same name, to a file that is there already.</summary>
    public static IReadOnlyList<string> WithoutLinksToTheSame(IEnumerable<string> files) =>
        [.. files.OrderBy(file => new FileInfo(file).LinkTarget is null ? 0 : 1).DistinctBy(file => (Path.GetFileName(file), Target(file).FullName))];
}

namespace TrustedPublishing.Nuke.ReleaseSetup;

/// <summary>A file that a release lacks, or lines that a file lacks.</summary>
/// <param name="Path">Relative to the repository's root, with forward slashes.</param>
/// <param name="Content">The content to write.</param>
/// <param name="IsAppended">Whether the file exists and the content is appended to it.</param>
internal sealed record MissingFile(string Path, string Content, bool IsAppended = false)
{
    /// <exception cref="Failure">The file was created in the meantime, or cannot be written.</exception>
    public void Write(string root)
    {
        var path = System.IO.Path.Combine(root, Path);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            using var stream = new FileStream(path, IsAppended ? FileMode.Append : FileMode.CreateNew, FileAccess.Write);
            using var writer = new StreamWriter(stream);
            writer.Write(Content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Failure($"{Path} could not be written: {exception.Message} Existing files were not replaced.", exception);
        }
    }
}

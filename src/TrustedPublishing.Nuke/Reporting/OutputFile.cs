using TrustedPublishing.Nuke.Parameters;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>
/// A file with the results of a release. Before the release, it must be writable; after it, a file that cannot be written causes a warning.
/// </summary>
/// <param name="Name">The name that the user knows: a parameter or a variable.</param>
/// <param name="Path">The path.</param>
internal sealed record OutputFile(string Name, string Path)
{
    /// <exception cref="Failure">It cannot be written.</exception>
    public void ThrowIfUnwritable()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            var existed = File.Exists(Path);
            using (new FileStream(Path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite))
            {
            }

            if (!existed)
            {
                File.Delete(Path);
            }
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            throw new Failure($"{Name} names {ParameterDiagnostics.Shown(Path)}, which cannot be written: {exception.Message.TrimEnd('.')}. Use a file in a folder that this build can write to.", exception);
        }
    }

    /// <summary>Writes the file, or warns that this failed.</summary>
    public void Write(Action<string> write)
    {
        try
        {
            write(Path);
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            BuildLog.Warning($"{Name} {ParameterDiagnostics.Shown(Path)} could not be written: {exception.Message.TrimEnd('.')}. Everything else was completed.");
        }
    }

    private static bool IsOfFiles(Exception exception) => exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;
}

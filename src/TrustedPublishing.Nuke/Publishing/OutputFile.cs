using TrustedPublishing.Nuke.Parameters;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Publishing;

/// <summary>A file that tells what became of a release. Whether it can be written is known before the release; after it, a file that cannot be written undoes nothing.</summary>
/// <param name="Name">How the reader knows it: a parameter or a variable.</param>
/// <param name="Path">Where it is.</param>
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

    /// <summary>Writes, or warns that it could not.</summary>
    public void Write(Action<string> write)
    {
        try
        {
            write(Path);
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            BuildLog.Warning($"{Name} {ParameterDiagnostics.Shown(Path)} could not be written: {exception.Message.TrimEnd('.')}. Everything else was done.");
        }
    }

    private static bool IsOfFiles(Exception exception) => exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;
}

using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Release;

/// <summary>A file's size and modification time before its inspection, to detect a change before it is sent without hashing it twice.</summary>
internal readonly record struct FileFingerprint(long Size, DateTime LastWriteUtc)
{
    /// <summary>Unbuffered: the sender reads large blocks.</summary>
    private static readonly FileStreamOptions Sequential = new()
    {
        Access = FileAccess.Read, Share = FileShare.Read, Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0,
    };

    public static FileFingerprint FromFile(string path)
    {
        var file = Inspection.LinkedFile.Target(path);
        return file.Exists ? new(file.Length, file.LastWriteTimeUtc) : default;
    }

    public static IReadOnlyDictionary<string, FileFingerprint> OfAll(IEnumerable<string> paths) => paths.Distinct().ToDictionary(path => path, FromFile);

    /// <summary>Opens the file for sending and, where the system supports it, prevents others from opening it for writing.</summary>
    /// <exception cref="FileFaultException">It is missing, cannot be read, or has changed.</exception>
    public FileStream Open(string path)
    {
        try
        {
            RegularFile.ThrowIfOther(path);
            var stream = new FileStream(path, Sequential);
            if (FromFile(path) == this && stream.Length == Size)
            {
                return stream;
            }

            stream.Dispose();
            throw new FileFaultException("it changed after it was inspected");
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or (IOException and not FileFaultException))
        {
            throw new FileFaultException(exception.Message, exception);
        }
    }
}

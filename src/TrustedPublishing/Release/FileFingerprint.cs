using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Release;

/// <summary>Size and time of a file before it is inspected, to notice a change between then and sending it without hashing it twice.</summary>
internal readonly record struct FileFingerprint(long Size, DateTime LastWriteUtc)
{
    /// <summary>No buffer of its own: the sender reads in large pieces.</summary>
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

    /// <summary>Opens the file for sending; no writer may open it meanwhile where the system enforces that.</summary>
    /// <exception cref="FileFaultException">It is gone, cannot be read, or is not as it was.</exception>
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

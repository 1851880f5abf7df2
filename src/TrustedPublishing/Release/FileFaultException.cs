namespace TrustedPublishing.Release;

/// <summary>A file changed after it was inspected, or can no longer be read, so it would not match what was announced to the index.</summary>
internal sealed class FileFaultException : IOException
{
    public FileFaultException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>The content differs from the inspected content that was announced to the index.</summary>
    public static FileFaultException Changed() => new("its content changed after the inspection; the upload was aborted before its end, so the index did not store it");

    /// <summary>The file fault inside an exception thrown by the HTTP client; null if there is none.</summary>
    public static FileFaultException? In(Exception? exception) =>
        exception is null or FileFaultException ? (FileFaultException?)exception : In(exception.InnerException);
}

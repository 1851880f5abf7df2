namespace TrustedPublishing.Release;

/// <summary>A file is not what it was when it was inspected, or cannot be read any more: what would be sent is not what was announced.</summary>
internal sealed class FileFaultException : IOException
{
    public FileFaultException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>Its bytes are not those that were inspected, and that the index is told of.</summary>
    public static FileFaultException Changed() => new("its content changed after the inspection; the upload was aborted before its end, so the index did not store it");

    /// <summary>The fault behind what HTTP made of it; null when it was something else.</summary>
    public static FileFaultException? In(Exception? exception) =>
        exception is null or FileFaultException ? (FileFaultException?)exception : In(exception.InnerException);
}

using TrustedPublishing.Distributions;
using TrustedPublishing.Release;

namespace TrustedPublishing.Upload;

/// <summary>The state of a file during its upload by this run.</summary>
internal sealed class UploadState(PlannedFile file, int epoch, long started)
{
    public PlannedFile File => file;

    public Distribution Distribution => file.Distribution;

    /// <summary>The concurrency limiter's epoch in which it was started.</summary>
    public int Epoch => epoch;

    /// <summary>The clock's timestamp at the start.</summary>
    public long Started => started;

    /// <summary>The number of attempts.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether the index may have accepted an attempt whose response was lost.</summary>
    public bool MayBeStored { get; set; }

    /// <summary>
    /// Whether to send <c>Expect: 100-continue</c>: set after a connection broke in the middle of the body, because an early rejection
    /// ("too large") is lost if the server closes the connection while the client is still sending.
    /// </summary>
    public bool AskFirst { get; set; }

    /// <summary>The verdict of the last attempt.</summary>
    public UploadVerdict? Last { get; set; }
}

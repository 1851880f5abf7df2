using TrustedPublishing.Distributions;
using TrustedPublishing.Release;

namespace TrustedPublishing.Upload;

/// <summary>What is known about a file while it is being uploaded by this run.</summary>
internal sealed class UploadState(PlannedFile file, int epoch, long started)
{
    public PlannedFile File => file;

    public Distribution Distribution => file.Distribution;

    /// <summary>The pace's epoch in which it was started.</summary>
    public int Epoch => epoch;

    /// <summary>A timestamp of the clock.</summary>
    public long Started => started;

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether the index may have accepted an attempt whose answer was lost.</summary>
    public bool MayBeStored { get; set; }

    /// <summary>
    /// Whether to wait for the index's consent before sending the body: after a connection that ended in the middle of it, because an early
    /// refusal ("too large") is lost when the other side hangs up while we still send.
    /// </summary>
    public bool AskFirst { get; set; }

    /// <summary>What the last attempt meant.</summary>
    public UploadVerdict? Last { get; set; }
}

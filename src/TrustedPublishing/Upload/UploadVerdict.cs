using System.Net;
using TrustedPublishing.Http;

namespace TrustedPublishing.Upload;

/// <summary>What an attempt to upload a file means.</summary>
internal abstract record UploadVerdict
{
    private UploadVerdict()
    {
    }

    /// <summary>The file is on the index: sent now, or there before.</summary>
    /// <param name="Outcome">Which of both.</param>
    /// <param name="Url">Where the index lists these bytes; null when only its answer says so.</param>
    public sealed record Accepted(UploadOutcome Outcome, Uri? Url = null) : UploadVerdict;

    /// <summary>The index says it has a file of this name, or these bytes. Not believed until compared by hash.</summary>
    public sealed record Duplicate(HttpStatusCode Status, string Text) : UploadVerdict;

    /// <summary>A status of success, and not what an index says. Not believed until the index lists the file.</summary>
    public sealed record Unproven(HttpStatusCode Status, string Text) : UploadVerdict;

    /// <summary>The API token ended.</summary>
    public sealed record Expired(HttpStatusCode Status, string Text) : UploadVerdict;

    /// <summary>The same request may well succeed later.</summary>
    /// <param name="Status">The status; null when there was no answer.</param>
    /// <param name="Text">What the index said, or why there was no answer.</param>
    /// <param name="RetryAfter">How long the index asks to wait.</param>
    /// <param name="MayBeStored">Whether the index may have accepted the file nevertheless.</param>
    public sealed record Transient(HttpStatusCode? Status, string Text, TimeSpan? RetryAfter = null, bool MayBeStored = false) : UploadVerdict
    {
        /// <summary>Whether the index shows that it gets more than it can take.</summary>
        public bool IsCongestion => Status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable;
    }

    /// <summary>Repeating would not help.</summary>
    public sealed record Refused(UploadRejection Refusal, HttpStatusCode Status, string Text) : UploadVerdict;
}

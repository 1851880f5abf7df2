using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>The outcome of an upload.</summary>
internal abstract record UploadDecision
{
    /// <summary>The file is new, and <paramref name="Next"/> has it.</summary>
    public sealed record Stored(FileRow File, IndexState Next) : UploadDecision;

    /// <summary>The index holds exactly this file; nothing changes, and the answer is the same.</summary>
    public sealed record AlreadyThere : UploadDecision;

    /// <summary>Nothing changes.</summary>
    public sealed record Refused(UploadError UploadError) : UploadDecision;
}

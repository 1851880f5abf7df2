using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>The outcome of an upload.</summary>
internal abstract record UploadVerdict
{
    /// <summary>The file is new, and <paramref name="Next"/> has it.</summary>
    public sealed record Stored(FileRow File, IndexState Next) : UploadVerdict;

    /// <summary>The index holds exactly this file; nothing changes, and the answer is the same.</summary>
    public sealed record AlreadyThere : UploadVerdict;

    /// <summary>Nothing changes.</summary>
    public sealed record Refused(Refusal Refusal) : UploadVerdict;
}

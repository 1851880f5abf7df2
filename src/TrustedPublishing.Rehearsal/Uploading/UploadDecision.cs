using TrustedPublishing.Distributions;
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

/// <summary>Why an upload is refused, as the client sees it.</summary>
internal sealed record UploadError(int Status, string Text)
{
    /// <summary>What the answer has besides the text. Default: nothing.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What the index notes in its own log and the client is not told; null for nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>The first error of a rule that the client can apply itself, too.</summary>
    public static UploadError? FromFindings(IEnumerable<Finding> findings) =>
        findings.FirstOrDefault(finding => finding.Severity is FindingSeverity.Error) is { } finding ? FromFinding(finding) : null;

    /// <summary>Where the server fails, it says nothing.</summary>
    public static UploadError? FromFinding(Finding? finding) => finding is null ? null : finding.ServerFails ? new(500, "") : new(400, finding.Text);
}

using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>The outcome of an upload.</summary>
internal abstract record UploadDecision
{
    /// <summary>The file is new, and <paramref name="Next"/> contains it.</summary>
    public sealed record Stored(FileRow File, IndexState Next) : UploadDecision;

    /// <summary>The index already has exactly this file; nothing changes, and the response is the same.</summary>
    public sealed record AlreadyThere : UploadDecision;

    /// <summary>Nothing changes.</summary>
    public sealed record Refused(UploadError UploadError) : UploadDecision;
}

/// <summary>Why an upload is rejected, as the client sees it.</summary>
internal sealed record UploadError(int Status, string Text)
{
    /// <summary>Additional headers of the response. Default: none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What the index records in its own log but does not send to the client; null for nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>The first error of a rule that the client can also apply.</summary>
    public static UploadError? FromFindings(IEnumerable<Finding> findings) =>
        findings.FirstOrDefault(finding => finding.Severity is FindingSeverity.Error) is { } finding ? FromFinding(finding) : null;

    /// <summary>If the server fails, it sends no message.</summary>
    public static UploadError? FromFinding(Finding? finding) => finding is null ? null : finding.ServerFails ? new(500, "") : new(400, finding.Text);
}

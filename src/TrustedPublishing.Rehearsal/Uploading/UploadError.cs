using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Why an upload is refused, as the client sees it.</summary>
internal sealed record UploadError(int Status, string Text)
{
    /// <summary>What the answer has besides the text. Default: nothing.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The first error of a rule that the client can apply itself, too.</summary>
    public static UploadError? Of(IEnumerable<Finding> findings) =>
        findings.FirstOrDefault(finding => finding.Severity is FindingSeverity.Error) is { } finding ? Of(finding) : null;

    /// <summary>Where the server fails, it says nothing.</summary>
    public static UploadError? Of(Finding? finding) => finding is null ? null : finding.ServerFails ? new(500, "") : new(400, finding.Text);
}

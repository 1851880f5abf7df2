namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Why an upload is refused, as the client sees it.</summary>
internal sealed record Refusal(int Status, string Text)
{
    /// <summary>What the answer has besides the text. Default: nothing.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The first error of a rule that the client can apply itself, too.</summary>
    public static Refusal? Of(IEnumerable<Finding> findings) =>
        findings.FirstOrDefault(finding => finding.Severity is FindingSeverity.Error) is { } finding ? Of(finding) : null;

    public static Refusal? Of(Finding? finding) => finding is null ? null : new(400, finding.Text);
}

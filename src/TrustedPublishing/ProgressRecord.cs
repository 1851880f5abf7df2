using TrustedPublishing.Distributions;
using TrustedPublishing.Output;

namespace TrustedPublishing;

/// <summary>Forwards events without secrets and keeps the warnings for the report. As thread-safe as the receiver.</summary>
internal sealed class ProgressRecord(IProgress<PublishProgress>? receiver, SecretRedaction secrets) : IProgress<PublishProgress>
{
    private readonly Lock gate = new();
    private readonly List<Finding> warnings = [];

    public IReadOnlyList<Finding> Warnings
    {
        get
        {
            lock (gate)
            {
                return [.. warnings];
            }
        }
    }

    public SecretRedaction Secrets => secrets;

    public void Warn(Finding finding) => Report(new PublishProgress.Warned(finding));

    public void Report(PublishProgress value)
    {
        var shown = secrets.Redact(value);
        if (shown is PublishProgress.Warned warned)
        {
            lock (gate)
            {
                warnings.Add(warned.Finding);
            }
        }

        receiver?.Report(shown);
    }
}

using TrustedPublishing.Distributions;

namespace TrustedPublishing.Output;

/// <summary>Removes secrets from what a release reports.</summary>
internal sealed partial class SecretRedaction
{
    public PublishProgress Redact(PublishProgress progress) => progress switch
    {
        PublishProgress.Warned warned => new PublishProgress.Warned(Redact(warned.Finding)),
        PublishProgress.Retrying retrying => retrying with { What = Redact(retrying.What), Reason = Redact(retrying.Reason) },
        PublishProgress.IdentityDetected identity => identity with { Audience = Redact(identity.Audience) },
        PublishProgress.UploadFinished finished => new PublishProgress.UploadFinished(Redact(finished.File)),
        _ => progress,
    };

    public FileReport Redact(FileReport file) => file with { Url = Redact(file.Url), Message = file.Message is { } message ? Redact(message) : null };

    /// <summary>Returns the same failure if there is nothing to redact. An inner exception that contains a secret is dropped.</summary>
    public PublishException Redact(PublishException failure)
    {
        var (message, inner) = (Redact(failure.Message), failure.InnerException?.ToString());
        var tells = inner is not null && Redact(inner) != inner;
        Finding[] findings = [.. failure.Findings.Select(Redact)];
        ClaimComparison[] claims = [.. failure.Claims.Select(row => row with { Expected = OrNull(row.Expected), Actual = OrNull(row.Actual), Advice = OrNull(row.Advice) })];
        var isClean = message == failure.Message && !tells && findings.SequenceEqual(failure.Findings) && claims.SequenceEqual(failure.Claims);
        return isClean ? failure : new(failure.Failure, message, tells ? null : failure.InnerException)
        {
            Index = failure.Index,
            FileName = OrNull(failure.FileName),
            StatusCode = failure.StatusCode,
            Findings = findings,
            Claims = claims,
            IsUnproven = failure.IsUnproven,
            Report = failure.Report,
        };
    }

    private Finding Redact(Finding finding) => finding with { FileName = OrNull(finding.FileName), Text = Redact(finding.Text), Remedy = Redact(finding.Remedy) };

    private string? OrNull(string? text) => text is null ? null : Redact(text);
}

using System.Globalization;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>One log line per relevant event; sent bytes are not logged.</summary>
internal sealed class LogProgress : IReleaseProgress
{
    public void Report(PublishProgress value)
    {
        switch (value)
        {
            case PublishProgress.FileInspected { Distribution: var distribution }:
                BuildLog.Information($"Inspected {distribution.FileName.Text} ({Sizes.Text(distribution.Size)}, SHA-256 {distribution.Sha256})");
                break;
            case PublishProgress.Warned { Finding: var finding }:
                BuildLog.Warning(Text(finding));
                break;
            case PublishProgress.IdentityDetected identity:
                BuildLog.Information($"Identity token from {identity.System} for audience {identity.Audience}");
                break;
            case PublishProgress.CredentialsGiven given:
                BuildLog.Information($"Using the configured credentials of user {given.User}");
                break;
            case PublishProgress.TokenExchanged { Expires: var expires }:
                BuildLog.Information($"Exchanged for an API token{(expires is { } end ? $" that ends at {end.UtcDateTime:HH:mm:ss} UTC" : "")}");
                break;
            case PublishProgress.Attested attested:
                BuildLog.Information($"Attested {attested.FileName}, entry {attested.LogIndex} of the transparency log");
                break;
            case PublishProgress.Retrying retry:
                BuildLog.Warning(string.Create(CultureInfo.InvariantCulture, $"{retry.What}: {retry.Reason}. Attempt {retry.Attempt} in {retry.Delay.TotalSeconds:0.#} s"));
                break;
            case PublishProgress.UploadStarted started:
                BuildLog.Verbose($"Sending {started.FileName}");
                break;
            case PublishProgress.UploadFinished { File: var file }:
                BuildLog.Information($"{file.FileName}: {Outcomes.Text(file.Outcome)}");
                break;
            case PublishProgress.Verifying verifying:
                BuildLog.Information($"Verifying that the index serves {verifying.Project} {verifying.Version} as it was sent");
                break;
        }
    }

    public void Write(string text) => BuildLog.Warning(text);

    private static string Text(Finding finding) =>
        $"{(finding.FileName is null ? "" : $"{finding.FileName}: ")}{finding.Text} {finding.Remedy}";
}

using Serilog;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>One log line per event that matters; bytes are not logged.</summary>
internal sealed class LogProgress : IReleaseProgress
{
    public void Report(PublishProgress value)
    {
        switch (value)
        {
            case PublishProgress.FileInspected { Distribution: var distribution }:
                Log.Information("Inspected {File:l} ({Size:l}, SHA-256 {Sha256:l})", distribution.FileName.Text, Sizes.Text(distribution.Size), distribution.Sha256);
                break;
            case PublishProgress.Warned { Finding: var finding }:
                Log.Warning("{Text:l}", Text(finding));
                break;
            case PublishProgress.IdentityDetected identity:
                Log.Information("Identity token from {System:l} for audience {Audience:l}", identity.System, identity.Audience);
                break;
            case PublishProgress.CredentialsGiven given:
                Log.Information("Using the credentials that were given, as user {User:l}", given.User);
                break;
            case PublishProgress.TokenExchanged { Expires: var expires }:
                Log.Information("Exchanged for an API token{Until:l}", expires is { } end ? $" that ends at {end.UtcDateTime:HH:mm:ss} UTC" : "");
                break;
            case PublishProgress.Attested attested:
                Log.Information("Attested {File:l}, entry {Entry} of the transparency log", attested.FileName, attested.LogIndex);
                break;
            case PublishProgress.Retrying retry:
                Log.Warning("{What:l}: {Reason:l}. Attempt {Attempt} in {Delay:l}", retry.What, retry.Reason, retry.Attempt, $"{retry.Delay.TotalSeconds:0.#} s");
                break;
            case PublishProgress.UploadStarted started:
                Log.Verbose("Sending {File:l}", started.FileName);
                break;
            case PublishProgress.UploadFinished { File: var file }:
                Log.Information("{File:l}: {Outcome:l}", file.FileName, Outcomes.Text(file.Outcome));
                break;
            case PublishProgress.Verifying verifying:
                Log.Information("Asking the index whether it serves {Project:l} {Version:l} as it was sent", verifying.Project, verifying.Version);
                break;
        }
    }

    public void Say(string text) => Log.Warning("{Text:l}", text);

    private static string Text(Finding finding) =>
        $"{(finding.FileName is null ? "" : $"{finding.FileName}: ")}{finding.Text} {finding.Remedy}";
}

using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using TrustedPublishing.Index;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Release;

/// <summary>Asks the index after a release whether it serves what was sent, until it does or the limit is reached.</summary>
internal sealed class Verification(PublishOptions options, HttpClient http, IndexReader reader, ProgressRecord progress)
{
    private readonly ProvenanceCheck provenance = new(options, http, progress.Warn);
    private readonly HashSet<PlannedFile> listed = [];

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <exception cref="PublishException"><see cref="PublishFailure.VerificationFailed"/>: it serves something else.</exception>
    public async Task VerifyAsync(ReleaseState release, CancellationToken stop)
    {
        if (options.VerificationLimit <= TimeSpan.Zero)
        {
            return;
        }

        foreach (var files in release.Files.GroupBy(file => (file.Distribution.FileName.Project, file.Distribution.FileName.Version)))
        {
            progress.Report(new PublishProgress.Verifying(files.Key.Project, files.Key.Version.ToString()));
            await VerifyAsync(release, files.Key.Project, [.. files], stop);
        }
    }

    private async Task VerifyAsync(ReleaseState release, string project, List<PlannedFile> missing, CancellationToken stop)
    {
        var started = options.Time.GetTimestamp();
        try
        {
            for (var pause = TimeSpan.FromSeconds(1); ; pause = Min(pause * 1.6, LongestPause))
            {
                var page = await reader.GetProjectAsync(project, stop);
                foreach (var file in missing.ToArray())
                {
                    if (await SettledAsync(release, file, page, stop))
                    {
                        missing.Remove(file);
                    }
                }

                var left = options.VerificationLimit - options.Time.GetElapsedTime(started);
                if (missing.Count == 0 || left <= TimeSpan.Zero)
                {
                    break;
                }

                await Task.Delay(Min(pause, left), options.Time, stop);
            }

            missing.ForEach(file => progress.Warn(listed.Contains(file)
                ? AttestationsFailures.ProvenanceNotServedYet(file.Distribution, options.VerificationLimit)
                : ReleaseFailures.NotVisibleYet(options.Index, file.Distribution, options.VerificationLimit)));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            progress.Warn(ReleaseFailures.NotVerified("it was cancelled"));
        }
        catch (PublishException exception) when (exception.Failure != PublishFailure.VerificationFailed)
        {
            progress.Warn(ReleaseFailures.NotVerified(exception.Message));
        }
    }

    /// <summary>Whether the file is listed, and as it was sent.</summary>
    private async Task<bool> SettledAsync(ReleaseState release, PlannedFile file, IndexProject? page, CancellationToken stop)
    {
        if (page?.Files.FirstOrDefault(entry => entry.FileName == file.Name) is not { } there)
        {
            return false;
        }

        listed.Add(file);
        release.Locate(file, there.Url);
        var findings = VerificationRules.Of(file.Distribution, there).ToArray();
        var errors = findings.Where(finding => finding.Severity == FindingSeverity.Error).ToArray();
        if (errors.Length > 0)
        {
            throw ReleaseFailures.VerificationFailed(options.Index, errors);
        }

        if (!await provenance.SettleAsync(file, there, stop))
        {
            return false;
        }

        Array.ForEach(findings, progress.Warn);
        return true;
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}

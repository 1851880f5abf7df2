using TrustedPublishing.Distributions;
using TrustedPublishing.Index;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Release;

/// <summary>Polls the index after a release until it serves what was sent or the time limit is reached.</summary>
/// <param name="level">How to treat a file that the index does not list.</param>
/// <param name="limit">How long to poll the index; zero for no verification.</param>
/// <param name="time">The clock.</param>
/// <param name="reader">Reads the index.</param>
/// <param name="provenance">Compares the attestations of a file that is listed.</param>
/// <param name="progress">Receives events and warnings.</param>
internal sealed class Verification(VerifyLevel level, TimeSpan limit, TimeProvider time, IndexReader reader, ProvenanceCheck provenance, ProgressRecord progress)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly RemoteFileLookup presence = new(reader, time);
    private readonly Dictionary<PlannedFile, Uri?> elsewhere = [];

    /// <summary>
    /// Whether a file that the index does not list fails the release. It does not if the index's caches may hide files for a while.
    /// </summary>
    private bool IsRequired => level == VerifyLevel.Require && !reader.Index.Profile.ListsLate;

    /// <exception cref="PublishException"><see cref="PublishFailure.VerificationFailed"/>: the index serves something else, or does not list a
    /// file.</exception>
    public async Task VerifyAsync(ReleaseState release, CancellationToken stop)
    {
        if (limit <= TimeSpan.Zero || level == VerifyLevel.Off)
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
        string? unreadable = null;
        try
        {
            await WatchAsync(release, project, missing, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            progress.Warn(ReleaseFailures.NotVerified("it was cancelled"));
            return;
        }
        catch (PublishException exception) when (exception.Failure != PublishFailure.VerificationFailed)
        {
            unreadable = exception.Message;
        }

        Conclude(release, missing, unreadable);
    }

    /// <summary>Polls the page and removes settled files from <paramref name="missing"/>.</summary>
    private async Task WatchAsync(ReleaseState release, string project, List<PlannedFile> missing, CancellationToken stop)
    {
        var started = time.GetTimestamp();
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

            var left = limit - time.GetElapsedTime(started);
            if (missing.Count == 0 || left <= TimeSpan.Zero)
            {
                return;
            }

            await Task.Delay(Min(pause, left), time, stop);
        }
    }

    /// <summary>Whether the file is listed as it was sent.</summary>
    private async Task<bool> SettledAsync(ReleaseState release, PlannedFile file, IndexProject? page, CancellationToken stop)
    {
        var found = await presence.CompareAsync(file.Distribution, page, stop);
        elsewhere[file] = (found as RemoteFile.Absent)?.Elsewhere;
        if (found is RemoteFile.Same same)
        {
            release.Verify(file, same.File.Url);
        }

        if (((found as RemoteFile.Same)?.File ?? (found as RemoteFile.Other)?.File) is not { } there)
        {
            return false;
        }

        var findings = VerificationRules.Check(file.Distribution, there, found is RemoteFile.Same).ToArray();
        var errors = findings.Where(finding => finding.Severity == FindingSeverity.Error).ToArray();
        if (errors.Length > 0)
        {
            throw ReleaseFailures.VerificationFailed(reader.Index, errors);
        }

        if (!await provenance.SettleAsync(file, there, stop))
        {
            return false;
        }

        Array.ForEach(findings, progress.Warn);
        return true;
    }

    /// <summary>Handles the files that are still missing when the time is up or the index can no longer be read.</summary>
    private void Conclude(ReleaseState release, List<PlannedFile> missing, string? unreadable)
    {
        var unproven = missing.Where(file => !release.ReportFor(file).Verified).ToArray();
        if (unproven.Length > 0 && IsRequired)
        {
            Array.ForEach(unproven, release.Doubt);
            throw ReleaseFailures.NeverListed(reader.Index, [.. unproven.Select(file => (file.Distribution, elsewhere.GetValueOrDefault(file)))], limit, unreadable);
        }

        if (unreadable is not null)
        {
            progress.Warn(ReleaseFailures.NotVerified(unreadable));
            return;
        }

        missing.ForEach(file => progress.Warn(unproven.Contains(file)
            ? ReleaseFailures.NotVisibleYet(reader.Index, file.Distribution, limit)
            : AttestationFailures.ProvenanceNotServedYet(file.Distribution, limit)));
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}

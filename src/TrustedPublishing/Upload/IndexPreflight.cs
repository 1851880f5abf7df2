using System.Net;
using TrustedPublishing.Distributions;
using TrustedPublishing.Index;
using TrustedPublishing.Release;

namespace TrustedPublishing.Upload;

/// <summary>
/// Reads the index's content before anything is sent: files that it already has with the same content are done, and everything that the index
/// would reject is collected into one failure.
/// </summary>
internal sealed class IndexPreflight(PreflightLevel level, VerifyLevel verify, TimeProvider time, IndexReader reader, IndexPrefetch questions, ProgressRecord progress)
{
    private readonly RemoteFileLookup presence = new(reader, time);

    /// <exception cref="PublishException">The index has different content, its rules forbid a file, or it does not respond.</exception>
    public async Task CheckAsync(ReleaseState release, CancellationToken cancellationToken)
    {
        var errors = new List<(PublishFailure Failure, Finding Finding)>();
        foreach (var project in release.Files.GroupBy(file => file.Distribution.FileName.Project))
        {
            var (answered, page) = await ReadAsync(project.Key);
            if (page is null)
            {
                errors.AddRange(answered ? NewProject(project.First().Distribution) : []);
                continue;
            }

            WarnOf([.. project.Select(file => file.Distribution)], page);
            foreach (var file in project)
            {
                errors.AddRange(await JudgeAsync(release, file, page, cancellationToken));
            }
        }

        if (errors.Count > 0)
        {
            throw ReleaseFailures.NotPublishable(reader.Index, Code(errors), [.. errors.Select(error => error.Finding)]);
        }
    }

    /// <summary>Warns about problems that only a comparison with the rest of the index's content reveals, and that do not stop the release.</summary>
    private void WarnOf(IReadOnlyList<Distribution> release, IndexProject page)
    {
        if (level != PreflightLevel.Off)
        {
            Finding[] findings = [.. CompletenessRules.Check(release, page), .. reader.Index.Profile.HasPyPIPolicy ? QuotaRules.Check(release, page) : []];
            Array.ForEach(findings, progress.Warn);
        }
    }

    /// <summary>No page if the index has no such project, or if it cannot be read and does not have to be.</summary>
    /// <exception cref="PublishException">The index cannot be read, so existing files could be neither skipped nor verified.</exception>
    private async Task<(bool Answered, IndexProject? Page)> ReadAsync(string project)
    {
        try
        {
            return (true, await questions.PageOf(project));
        }
        catch (PublishException exception) when (verify != VerifyLevel.Require)
        {
            if (verify == VerifyLevel.Warn)
            {
                progress.Warn(ReleaseFailures.IndexNotAsked(exception));
            }

            return (false, null);
        }
        catch (PublishException exception)
        {
            throw ReleaseFailures.ListingRequired(reader.Index, exception);
        }
    }

    /// <summary>The first upload creates the project, so its name must be allowed.</summary>
    private IEnumerable<(PublishFailure, Finding)> NewProject(Distribution first) =>
        level == PreflightLevel.Off ? [] : Errors(UploadRules.OfNewProject(first.Metadata.Name));

    private async Task<IEnumerable<(PublishFailure, Finding)>> JudgeAsync(ReleaseState release, PlannedFile file, IndexProject page, CancellationToken cancellationToken)
    {
        switch (await presence.CompareAsync(file.Distribution, page, cancellationToken))
        {
            case RemoteFile.Same same:
                release.Finish(file, report => report with { Outcome = UploadOutcome.AlreadyPresent, Url = same.File.Url, Verified = true });
                return [];
            case RemoteFile.Other other:
                release.Conflict(file);
                return [(PublishFailure.FileConflict, ReleaseFailures.Conflict(reader.Index, file.Distribution, other.File))];
            case RemoteFile.WithoutHash:
                return [(PublishFailure.FileConflict, ReleaseFailures.WithoutHash(reader.Index, file.Distribution))];
            default:
                return level == PreflightLevel.Off ? [] : [.. Errors(IndexRules.Check(file.Distribution, page, time.GetUtcNow()))];
        }
    }

    /// <summary>Errors stop the release unless the level is <see cref="PreflightLevel.Warn"/>; warnings are reported.</summary>
    private IEnumerable<(PublishFailure, Finding)> Errors(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings.Select(finding => IndexPolicy.On(reader.Index, finding)))
        {
            if (finding.Severity == FindingSeverity.Error && level == PreflightLevel.Error)
            {
                yield return (FailureOf(finding), finding);
            }
            else
            {
                progress.Warn(finding with { Severity = FindingSeverity.Warning });
            }
        }
    }

    /// <summary>The failure code that all errors share; a conflict takes precedence.</summary>
    private static PublishFailure Code(IEnumerable<(PublishFailure Failure, Finding Finding)> errors) => errors.Select(error => error.Failure).Distinct().ToArray() switch
    {
        [var only] => only,
        var several => several.Contains(PublishFailure.FileConflict) ? PublishFailure.FileConflict : PublishFailure.UnusableDistributions,
    };

    /// <summary>The code that the index's own response would have.</summary>
    private static PublishFailure FailureOf(Finding error) =>
        UploadVerdicts.RefusalOf(HttpStatusCode.BadRequest, error.Text) == UploadRejection.ReleaseClosed ? PublishFailure.ReleaseClosed : PublishFailure.UnusableDistributions;
}

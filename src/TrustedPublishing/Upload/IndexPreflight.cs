using System.Net;
using TrustedPublishing.Distributions;
using TrustedPublishing.Index;
using TrustedPublishing.Release;

namespace TrustedPublishing.Upload;

/// <summary>
/// Reads what the index holds before anything is sent: files that are there with the same bytes are done, and everything that the index
/// would refuse is collected into one failure.
/// </summary>
internal sealed class IndexPreflight(PreflightLevel level, VerifyLevel verify, TimeProvider time, IndexReader reader, IndexPrefetch questions, ProgressRecord progress)
{
    private readonly RemoteFileLookup presence = new(reader, time);

    /// <exception cref="PublishException">The index holds other bytes, or its rules forbid a file; or it does not answer.</exception>
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

    /// <summary>What only shows beside everything else that the index holds, and stops no release.</summary>
    private void WarnOf(IReadOnlyList<Distribution> release, IndexProject page)
    {
        if (level != PreflightLevel.Off)
        {
            Finding[] findings = [.. CompletenessRules.Check(release, page), .. reader.Index.Profile.HasPyPIPolicy ? QuotaRules.Check(release, page) : []];
            Array.ForEach(findings, progress.Warn);
        }
    }

    /// <summary>No page when the index knows no such project, or will not say and need not.</summary>
    /// <exception cref="PublishException">The index cannot be read: what it holds could neither be spared nor proven.</exception>
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

    /// <summary>The first upload creates the project, for which its name must be allowed.</summary>
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

    /// <summary>Errors stop the release unless they are only to be warned of; warnings are reported.</summary>
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

    /// <summary>What all have in common; a conflict decides over anything else.</summary>
    private static PublishFailure Code(IEnumerable<(PublishFailure Failure, Finding Finding)> errors) => errors.Select(error => error.Failure).Distinct().ToArray() switch
    {
        [var only] => only,
        var several => several.Contains(PublishFailure.FileConflict) ? PublishFailure.FileConflict : PublishFailure.UnusableDistributions,
    };

    /// <summary>The code that the index's own answer would have.</summary>
    private static PublishFailure FailureOf(Finding error) =>
        UploadVerdicts.RefusalOf(HttpStatusCode.BadRequest, error.Text) == UploadRejection.ReleaseClosed ? PublishFailure.ReleaseClosed : PublishFailure.UnusableDistributions;
}

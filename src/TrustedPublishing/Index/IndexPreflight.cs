using System.Net;
using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using TrustedPublishing.Release;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Index;

/// <summary>
/// Reads what the index holds before anything is sent: files that are there with the same bytes are done, and everything that the index
/// would refuse is collected into one failure.
/// </summary>
internal sealed class IndexPreflight(PublishOptions options, IndexPrefetch questions, ProgressRecord progress)
{
    /// <exception cref="PublishException">The index holds other bytes, or its rules forbid a file; or it does not answer.</exception>
    public async Task CheckAsync(ReleaseState release)
    {
        var errors = new List<(PublishFailure Failure, Finding Finding)>();
        foreach (var project in release.Files.GroupBy(file => file.Distribution.FileName.Project))
        {
            var (answered, page) = await ReadAsync(project.Key);
            errors.AddRange(page is not null ? [.. project.SelectMany(file => Judge(release, file, page))]
                : answered ? [.. NewProject(project.First().Distribution)]
                : []);
        }

        if (errors.Count > 0)
        {
            throw ReleaseFailures.NotPublishable(options.Index, Code(errors), [.. errors.Select(error => error.Finding)]);
        }
    }

    /// <summary>No page when the index knows no such project, or will not say.</summary>
    private async Task<(bool Answered, IndexProject? Page)> ReadAsync(string project)
    {
        try
        {
            return (true, await questions.PageOf(project));
        }
        catch (PublishException exception) when (!options.Index.IsPyPI && exception.Failure is not (PublishFailure.IndexUnavailable or PublishFailure.RateLimited))
        {
            progress.Warn(ReleaseFailures.IndexNotAsked(exception)); // such an index may have no Simple API, or none for this user
            return (false, null);
        }
    }

    /// <summary>The first upload creates the project, for which its name must be allowed.</summary>
    private IEnumerable<(PublishFailure, Finding)> NewProject(Distribution first) =>
        options.Preflight == PreflightLevel.Off ? [] : Errors(UploadRules.OfNewProject(first.Metadata.Name));

    private IEnumerable<(PublishFailure, Finding)> Judge(ReleaseState release, PlannedFile file, IndexProject page)
    {
        switch (RemoteFile.Of(file.Distribution, page))
        {
            case RemoteFile.Same same:
                release.Finish(file, report => report with { Outcome = UploadOutcome.AlreadyPresent, Url = same.File.Url });
                return [];
            case RemoteFile.Other other:
                return [(PublishFailure.FileConflict, ReleaseFailures.Conflict(options.Index, file.Distribution, other.File))];
            case RemoteFile.WithoutHash:
                return [(PublishFailure.FileConflict, ReleaseFailures.WithoutHash(options.Index, file.Distribution))];
            default:
                return options.Preflight == PreflightLevel.Off ? [] : Errors(IndexRules.Of(file.Distribution, page, options.Time.GetUtcNow()));
        }
    }

    /// <summary>Errors stop the release unless they are only to be warned of; warnings are reported.</summary>
    private IEnumerable<(PublishFailure, Finding)> Errors(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (finding.Severity == FindingSeverity.Error && options.Preflight == PreflightLevel.Error)
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

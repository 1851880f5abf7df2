using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Rehearsal.Responses;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Checks the file of an upload on its own: name, type, size and digests.</summary>
internal sealed class ReceivedFileJudge(RehearsalOptions options)
{
    public UploadError? Check(UploadAttempt attempt, ProjectRow project)
    {
        if (attempt.Content is not { } content)
        {
            return new(500, ""); // a text where a file must be
        }

        return UploadError.FromFindings(UploadRules.OfFileName(attempt.Form, content.FileName))
            ?? (content.ContentType.Length == 0 || content.ContentType.StartsWith("image/", StringComparison.Ordinal) ? new UploadError(400, "Invalid distribution file.") : null)
            ?? UploadError.FromFindings(UploadRules.OfSize(content.FileName, project.Name, content.Size, project.FileLimit ?? options.MaximumFileSize))
            ?? TotalSize(project, content.Size)
            ?? Digests(attempt.Form, content);
    }

    private UploadError? TotalSize(ProjectRow project, long size) => project.TotalSize + size <= Limit(project) ? null
        : new(400, $"Project size too large. Limit for project {PythonText.Repr(project.Name)} total size is {Limit(project) >> 30} GB. "
            + $"See {Help.Docs("project-management/storage-limits", "requesting-a-project-size-limit-increase")}");

    private long Limit(ProjectRow project) => project.TotalLimit ?? options.MaximumProjectSize;

    private static UploadError? Digests(UploadForm form, UploadedContent content)
    {
        (string Field, string Actual)[] digests = [("md5_digest", content.Md5), ("sha256_digest", content.Sha256), ("blake2_256_digest", content.Blake2)];
        string[] differences =
        [
            .. from digest in digests
               let supplied = form.First(digest.Field)
               where !string.IsNullOrEmpty(supplied) && !supplied.Equals(digest.Actual, StringComparison.OrdinalIgnoreCase)
               select $"{digest.Field}: supplied {supplied}, calculated {digest.Actual}",
        ];
        return differences is [] ? null : new(400, "The digest supplied does not match a digest calculated from the uploaded file.")
        {
            Detail = $"{string.Join("; ", differences)}; {content.Size} bytes received",
        };
    }
}

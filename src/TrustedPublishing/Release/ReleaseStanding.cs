using TrustedPublishing.Failures;
using static TrustedPublishing.Failures.FailureParts;

namespace TrustedPublishing.Release;

/// <summary>Lists which files of a release are on the index, at the end of a failure.</summary>
internal static class ReleaseStanding
{
    public static string Describe(PublishReport report)
    {
        var taken = Listed(report, $"\n{report.Index.Name} has different content under these names:", file => file.IsNameTaken);
        if (report.Files.All(file => file.Outcome is UploadOutcome.NotAttempted or UploadOutcome.Failed))
        {
            return $"Nothing was published: none of {Count(report.Files.Count, "file")} is on {report.Index.Name}.{taken}";
        }

        return $"On {report.Index.Name} now:{List(report, file => file.Outcome is UploadOutcome.Uploaded or UploadOutcome.AlreadyPresent)}"
            + $"\nNot there:{List(report, file => file is { Outcome: UploadOutcome.Failed or UploadOutcome.NotAttempted, IsNameTaken: false })}"
            + taken
            + Listed(report, "\nNot known:", file => file.Outcome == UploadOutcome.Unknown)
            + "\nRun the same command again to upload exactly what is missing.";
    }

    /// <summary>A heading with its files; nothing if there are none.</summary>
    private static string Listed(PublishReport report, string heading, Func<FileReport, bool> which) => report.Files.Any(which) ? $"{heading}{List(report, which)}" : "";

    private static string List(PublishReport report, Func<FileReport, bool> which)
    {
        var files = report.Files.Where(which).ToArray();
        return files.Length == 0 ? " none" : string.Concat(files.Select(file => $"\n  {FailureText.OneLine(file.FileName)} ({Word(file)})"));
    }

    private static string Word(FileReport file) => file switch
    {
        { IsNameTaken: true } => "this file was not stored",
        { Outcome: UploadOutcome.NotAttempted } => "not sent",
        { Outcome: UploadOutcome.Uploaded } => "uploaded",
        { Outcome: UploadOutcome.AlreadyPresent } => "was there",
        { Outcome: UploadOutcome.Failed } => "refused or lost",
        _ => "may or may not be there",
    };
}

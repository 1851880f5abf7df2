namespace TrustedPublishing.Nuke.Reporting;

/// <summary>The wording of outcomes.</summary>
internal static class Outcomes
{
    public static bool IsThere(FileReport file) => file.Outcome is UploadOutcome.Uploaded or UploadOutcome.AlreadyPresent;

    /// <summary>How many files are on the index, and how many of those it does not list.</summary>
    public static string Count(PublishReport report)
    {
        var unproven = report.Files.Count(file => IsThere(file) && !file.Verified);
        return $"{report.Files.Count(IsThere)} of {report.Files.Count}{(unproven > 0 ? $", {unproven} not verified" : "")}";
    }

    /// <summary>The final outcome of a file.</summary>
    public static string Final(FileReport file) => IsThere(file) && !file.Verified ? $"{Text(file.Outcome)}, not verified" : Text(file.Outcome);

    /// <summary>The outcome of a file before verification.</summary>
    public static string Text(UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.Uploaded => "uploaded",
        UploadOutcome.AlreadyPresent => "already there",
        UploadOutcome.Failed => "NOT uploaded",
        UploadOutcome.NotAttempted => "not attempted",
        _ => "unknown",
    };
}

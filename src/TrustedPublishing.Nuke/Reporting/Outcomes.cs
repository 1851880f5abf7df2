namespace TrustedPublishing.Nuke.Reporting;

/// <summary>How outcomes are worded.</summary>
internal static class Outcomes
{
    public static bool IsThere(FileReport file) => file.Outcome is UploadOutcome.Uploaded or UploadOutcome.AlreadyPresent;

    /// <summary>How many files are there, and how many of those the index does not show.</summary>
    public static string Count(PublishReport report)
    {
        var unproven = report.Files.Count(file => IsThere(file) && !file.Verified);
        return $"{report.Files.Count(IsThere)} of {report.Files.Count}{(unproven > 0 ? $", {unproven} not verified" : "")}";
    }

    /// <summary>What became of a file in the end.</summary>
    public static string Final(FileReport file) => IsThere(file) && !file.Verified ? $"{Text(file.Outcome)}, not verified" : Text(file.Outcome);

    /// <summary>What became of a file so far; it is verified later.</summary>
    public static string Text(UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.Uploaded => "uploaded",
        UploadOutcome.AlreadyPresent => "already there",
        UploadOutcome.Failed => "NOT uploaded",
        UploadOutcome.NotAttempted => "not attempted",
        _ => "unknown",
    };
}

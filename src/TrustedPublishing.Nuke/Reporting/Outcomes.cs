namespace TrustedPublishing.Nuke.Reporting;

/// <summary>How outcomes are worded.</summary>
internal static class Outcomes
{
    public static bool IsThere(FileReport file) => file.Outcome is UploadOutcome.Uploaded or UploadOutcome.AlreadyPresent;

    public static string Text(UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.Uploaded => "uploaded",
        UploadOutcome.AlreadyPresent => "already there",
        UploadOutcome.Failed => "NOT uploaded",
        UploadOutcome.NotAttempted => "not attempted",
        _ => "unknown",
    };
}

namespace TrustedPublishing.Nuke;

/// <summary>How outcomes are worded.</summary>
internal static class Outcomes
{
    public static string Text(UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.Uploaded => "uploaded",
        UploadOutcome.AlreadyPresent => "already there",
        UploadOutcome.Failed => "NOT uploaded",
        UploadOutcome.NotAttempted => "not attempted",
        _ => "unknown",
    };
}

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>How a release is shown while it happens.</summary>
internal interface IReleaseProgress : IProgress<PublishProgress>
{
    /// <summary>Says something that is not an event of the release, at once.</summary>
    void Say(string text);
}

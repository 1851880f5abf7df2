namespace TrustedPublishing.Nuke.Reporting;

/// <summary>Shows the progress of a release.</summary>
internal interface IReleaseProgress : IProgress<PublishProgress>
{
    /// <summary>Shows a message immediately that is not an event of the release.</summary>
    void Write(string text);
}

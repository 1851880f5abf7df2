namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// What a build needs in order to start. NUKE checks members with <c>[Required]</c> at every start, whatever target runs, so the publishing job, which
/// has no sources, must have the files from which they are read.
/// </summary>
internal sealed record StartRequirements
{
    /// <summary>Files to hand over, relative to the root.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Whether a member is read from the git repository.</summary>
    public required bool Git { get; init; }

    /// <summary>Required members that nothing in the publishing job can provide, each as a sentence with the solution.</summary>
    public required IReadOnlyList<string> Unmet { get; init; }
}

namespace TrustedPublishing.Nuke.Composition;

/// <summary>A target that a generated job runs, as the build class composes it.</summary>
/// <param name="Name">As the job's command line names it.</param>
/// <param name="Component">The component whose target it has to be.</param>
/// <param name="IsOurs">Whether running it runs the component's own.</param>
internal sealed record ComposedTarget(string Name, string Component, bool IsOurs)
{
    /// <summary>What NUKE demands before it runs the target and the publishing job does not have: the member, and the target that says so.</summary>
    public IReadOnlyList<(string Member, string Target)> Unmet { get; init; } = [];
}

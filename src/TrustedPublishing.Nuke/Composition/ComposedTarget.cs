namespace TrustedPublishing.Nuke.Composition;

/// <summary>A target that a generated job runs, as composed by the build class.</summary>
/// <param name="Name">The name on the job's command line.</param>
/// <param name="Component">The component that must define the target.</param>
/// <param name="IsOurs">Whether running it runs the component's own target.</param>
internal sealed record ComposedTarget(string Name, string Component, bool IsOurs)
{
    /// <summary>
    /// Requirements that NUKE checks before it runs the target and that the publishing job cannot meet: the member, and the target that requires it.
    /// </summary>
    public IReadOnlyList<(string Member, string Target)> Unmet { get; init; } = [];
}

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The facts about a build that packs platform wheels.</summary>
/// <param name="IsNativeAot">Whether native code is compiled, which requires a separate machine for each kind.</param>
/// <param name="RuntimeIdentifiers">The runtime identifiers that the build declares for a release.</param>
internal sealed record PackedPlatforms(bool IsNativeAot, IReadOnlyList<string> RuntimeIdentifiers);

using Nuke.Common;
using TrustedPublishing.Nuke.Packing;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>What is known of a build that packs wheels for platforms.</summary>
/// <param name="IsNativeAot">Whether native code is compiled, which each kind of machine does for itself.</param>
/// <param name="RuntimeIdentifiers">Those that the build declares for a release.</param>
internal sealed record PackedPlatforms(bool IsNativeAot, IReadOnlyList<string> RuntimeIdentifiers)
{
    public static PackedPlatforms? FromBuild(INukeBuild build) =>
        build is IPackForPlatforms platforms ? new(RuntimeChoice.IsNativeAot(platforms), platforms.ReleaseRuntimeIdentifiers) : null;
}

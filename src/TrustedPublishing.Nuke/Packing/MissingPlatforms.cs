using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.Packaging.Platforms;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>Finds declared runtime identifiers for which a release has no wheel.</summary>
internal static class MissingPlatforms
{
    /// <exception cref="Failure">A runtime identifier has no wheel; the message names it.</exception>
    public static void ThrowIfAny(RuntimeChoice? platforms, IReadOnlyList<string> files)
    {
        if (platforms is not null && Find(platforms.Expected, files) is { Count: > 0 } missing)
        {
            throw new Failure(
                $"No wheel is for {string.Join(", ", missing)}, which --runtime-identifiers or the build's ReleaseRuntimeIdentifiers declare. "
                + $"In {Path.GetDirectoryName(files[0])} are: {string.Join(", ", files.Select(Path.GetFileName))}. "
                + "Give the build the files of that platform (NativePackages, Platforms, or a runner image that compiles for it), or do not declare it.");
        }
    }

    /// <summary>The tags in the file names decide, because installers use them.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> runtimes, IEnumerable<string> files)
    {
        var tags = files.SelectMany(file => DistributionFileName.TryParse(Path.GetFileName(file), out var name, out _) ? name.PlatformTags : []).Distinct().ToList();
        return [.. runtimes.Where(runtime => RuntimeIdentifier.TryParse(runtime) is not { } identifier || !tags.Exists(tag => IsFor(identifier, tag)))];
    }

    private static bool IsFor(RuntimeIdentifier identifier, string tag) =>
        identifier.Family is null ? tag == WheelVariant.AnyPlatform : PlatformTag.TryParse(tag, out var platform) && identifier.Has(platform);
}

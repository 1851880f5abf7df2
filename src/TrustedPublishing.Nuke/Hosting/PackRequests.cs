using Nuke.Common;
using TrustedPublishing.Nuke.Packing;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>Reads from a build what to pack, and how.</summary>
internal static class PackRequests
{
    /// <summary>If distributions were given, the members that only packing needs are not read.</summary>
    public static PackRequest Read(IPackDistributions build)
    {
        var request = new PackRequest
        {
            Root = build.RootDirectory,
            TemporaryFolder = build.TemporaryDirectory,
            ProjectFolder = ChosenProject.FolderOf(build),
            DistributionsFolder = ChosenProject.DistributionsOf(build),
            Distributions = build.Distributions ?? [],
            Platforms = build is IPackForPlatforms platforms ? RuntimesOf(platforms) : null,
        };
        return request.Distributions.Count > 0 ? request : request with
        {
            Backend = build.PythonBackend,
            Version = build.PythonVersion,
            Variables = new([.. build.PackVariables, .. build.GetType().GetCustomAttributes(inherit: true).OfType<GeneratedReleaseAttribute>().SelectMany(attribute => attribute.VariableNames)]),
            Configure = build.ConfigurePack,
            PlatformTags = (build as IPackForPlatforms)?.PlatformTags ?? request.PlatformTags,
            Tool = build is IPackDotNetTool tool ? new(tool.ToolProject, tool.ToolDeployment, tool.ToolTrimmed, tool.ToolPublishArguments) : null,
            Library = build is IPackNativeLibrary library ? Library(library) : null,
        };
    }

    /// <summary>What of platforms a build packs; null when it packs for none.</summary>
    public static PackedPlatforms? PlatformsOf(INukeBuild build) =>
        build is IPackForPlatforms platforms ? new(IsNativeAot(platforms), platforms.ReleaseRuntimeIdentifiers) : null;

    private static RuntimeChoice RuntimesOf(IPackForPlatforms build) =>
        new() { Given = build.RuntimeIdentifiers ?? [], Declared = build.ReleaseRuntimeIdentifiers, IsNativeAot = IsNativeAot(build) };

    /// <summary>Whether native code is compiled for the platforms, which requires a separate machine for each kind.</summary>
    private static bool IsNativeAot(IPackForPlatforms build) =>
        build is IPackDotNetTool { ToolDeployment: ToolDeployment.NativeAot } || build is IPackNativeLibrary { NativeProject: not null };

    private static NativeLibraryRequest Library(IPackNativeLibrary build) => new(
        build.NativeProject,
        [.. build.NativePackages.Select(package => (string)package)],
        build.Platforms.ToDictionary(platform => platform.Key, IReadOnlyDictionary<string, string> (platform) => platform.Value.ToDictionary(file => file.Key, file => (string)file.Value)),
        build.NativeFolder);
}

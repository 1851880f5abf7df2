using System.Runtime.InteropServices;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>Selects the runtime identifiers for which a build packs.</summary>
internal static class RuntimeChoice
{
    /// <summary>The given ones, those of the release, those of the project, or that of this machine.</summary>
    /// <param name="build">The build.</param>
    /// <param name="project">The project; null for none.</param>
    /// <param name="isNativeAot">Whether native code is compiled, which is possible for this operating system only; the project's other runtime
    /// identifiers are left to other machines.</param>
    public static IReadOnlyList<string> Choose(IPackForPlatforms build, DotNetProject? project, bool isNativeAot)
    {
        if (build.RuntimeIdentifiers is { Length: > 0 } given)
        {
            return given;
        }

        var declared = build.ReleaseRuntimeIdentifiers is { Count: > 0 } release ? release : project?.RuntimeIdentifiers ?? [];
        if (declared.Count == 0)
        {
            return [ThisMachine];
        }

        var here = isNativeAot ? [.. declared.Where(IsBuiltHere)] : declared;
        var elsewhere = declared.Except(here).ToList();
        if (here.Count == 0)
        {
            throw new Failure($"Native code is compiled on the system that it is for, and on this machine ({ThisMachine}) for none of {string.Join(", ", declared)}. Give --runtime-identifiers, or run Pack on such a system.");
        }

        if (elsewhere.Count > 0)
        {
            BuildLog.Information($"Not packed on this machine, which cannot compile native code for them: {string.Join(", ", elsewhere)}");
        }

        return here;
    }

    /// <summary>Whether native code is compiled for the platforms, which requires a separate machine for each kind.</summary>
    public static bool IsNativeAot(IPackForPlatforms build) =>
        build is IPackDotNetTool { ToolDeployment: ToolDeployment.NativeAot } || build is IPackNativeLibrary { NativeProject: not null };

    /// <summary>Whether a runtime identifier is packed by this run.</summary>
    public static bool IsWanted(IPackForPlatforms build, string runtime) =>
        build.RuntimeIdentifiers is { Length: > 0 } given ? given.Contains(runtime) : build.ReleaseRuntimeIdentifiers is not { Count: > 0 } release || release.Contains(runtime);

    /// <summary>The runtime identifiers requested for this run, each of which must have a wheel at the end.</summary>
    public static IReadOnlyList<string> Expected(IPackForPlatforms build) =>
        build.RuntimeIdentifiers is { Length: > 0 } given ? given : IsNativeAot(build) ? [.. build.ReleaseRuntimeIdentifiers.Where(IsBuiltHere)] : build.ReleaseRuntimeIdentifiers;

    /// <summary>Without the version of the operating system, as in the names of packages.</summary>
    private static string ThisMachine => RuntimeInformation.RuntimeIdentifier;

    private static bool IsBuiltHere(string runtime) =>
        OperatingSystem.IsMacOS() ? runtime.StartsWith("osx", StringComparison.Ordinal)
            : OperatingSystem.IsWindows() ? runtime.StartsWith("win", StringComparison.Ordinal)
            : runtime == ThisMachine;
}

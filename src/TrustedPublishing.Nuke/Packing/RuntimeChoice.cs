using System.Runtime.InteropServices;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>For which runtime identifiers a build packs.</summary>
internal static class RuntimeChoice
{
    /// <summary>Those that were given, those of the project, or that of this machine.</summary>
    /// <param name="build">The build.</param>
    /// <param name="project">The project; null for none.</param>
    /// <param name="isNativeAot">Native code can be made for this operating system only; other runtime identifiers of the project are left to other machines.</param>
    public static IReadOnlyList<string> Of(IPackForPlatforms build, DotNetProject? project, bool isNativeAot)
    {
        if (build.RuntimeIdentifiers is { Length: > 0 } given)
        {
            return given;
        }

        if (project is null or { RuntimeIdentifiers.Count: 0 })
        {
            return [ThisMachine];
        }

        var here = isNativeAot ? [.. project.RuntimeIdentifiers.Where(IsBuiltHere)] : project.RuntimeIdentifiers;
        var elsewhere = project.RuntimeIdentifiers.Except(here).ToList();
        if (elsewhere.Count > 0)
        {
            BuildLog.Information($"Not packed on this machine, which cannot make native code for them: {string.Join(", ", elsewhere)}");
        }

        return here;
    }

    /// <summary>Without the version of the operating system, as packages are named.</summary>
    private static string ThisMachine => RuntimeInformation.RuntimeIdentifier;

    private static bool IsBuiltHere(string runtime) =>
        OperatingSystem.IsMacOS() ? runtime.StartsWith("osx", StringComparison.Ordinal)
            : OperatingSystem.IsWindows() ? runtime.StartsWith("win", StringComparison.Ordinal)
            : runtime == ThisMachine;
}

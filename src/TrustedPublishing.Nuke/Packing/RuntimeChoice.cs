using System.Runtime.InteropServices;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>Selects the runtime identifiers for which a build packs.</summary>
internal sealed record RuntimeChoice
{
    /// <summary>Those that were given for this run, by <c>--runtime-identifiers</c>.</summary>
    public required IReadOnlyList<string> Given { get; init; }

    /// <summary>Those that the build declares for a release.</summary>
    public required IReadOnlyList<string> Declared { get; init; }

    /// <summary>Whether native code is compiled, which is possible for this operating system only; other runtime identifiers are left to other machines.</summary>
    public required bool IsNativeAot { get; init; }

    /// <summary>The runtime identifiers requested for this run, each of which must have a wheel at the end.</summary>
    public IReadOnlyList<string> Expected => Given.Count > 0 ? Given : IsNativeAot ? [.. Declared.Where(IsBuiltHere)] : Declared;

    /// <summary>The given ones, those of the release, those of the project, or that of this machine.</summary>
    /// <param name="ofProject">The runtime identifiers of the project.</param>
    public IReadOnlyList<string> Choose(IReadOnlyList<string> ofProject)
    {
        if (Given.Count > 0)
        {
            return Given;
        }

        var declared = Declared.Count > 0 ? Declared : ofProject;
        if (declared.Count == 0)
        {
            return [ThisMachine];
        }

        var here = IsNativeAot ? [.. declared.Where(IsBuiltHere)] : declared;
        var elsewhere = declared.Except(here).ToList();
        if (here.Count == 0)
        {
            throw new Failure($"Native code must be compiled on its target system, and this machine ({ThisMachine}) cannot compile it for {string.Join(", ", declared)}. Give --runtime-identifiers, or run Pack on the target system.");
        }

        if (elsewhere.Count > 0)
        {
            BuildLog.Information($"Not packed on this machine, which cannot compile native code for them: {string.Join(", ", elsewhere)}");
        }

        return here;
    }

    /// <summary>Whether a runtime identifier is packed by this run.</summary>
    public bool IsWanted(string runtime) => Given.Count > 0 ? Given.Contains(runtime) : Declared.Count == 0 || Declared.Contains(runtime);

    /// <summary>Without the version of the operating system, as in the names of packages.</summary>
    private static string ThisMachine => RuntimeInformation.RuntimeIdentifier;

    private static bool IsBuiltHere(string runtime) =>
        OperatingSystem.IsMacOS() ? runtime.StartsWith("osx", StringComparison.Ordinal)
            : OperatingSystem.IsWindows() ? runtime.StartsWith("win", StringComparison.Ordinal)
            : runtime == ThisMachine;
}

using System.Diagnostics.CodeAnalysis;
using Nuke.Common;

namespace TrustedPublishing.Nuke;

/// <summary>A build with platform wheels. This is the common base; use <see cref="IPackDotNetTool"/> or <see cref="IPackNativeLibrary"/>.</summary>
public interface IPackForPlatforms : IPackDistributions
{
    /// <summary>
    /// The runtime identifiers that are packed on this machine, for example <c>linux-x64</c>, <c>linux-musl-x64</c>, <c>osx-arm64</c>,
    /// <c>win-x64</c>. Default: those of the release (<see cref="ReleaseRuntimeIdentifiers"/>), those of the project (<c>RuntimeIdentifiers</c> in
    /// MSBuild), or that of this machine; for native code, only those that this machine can compile.
    /// </summary>
    [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "NUKE converts lists of values to arrays only.")]
    [Parameter("Runtime identifiers to pack on this machine, for example 'linux-x64;win-x64'; one without a wheel is an error - default: those of the release, or of the project", Separator = ";")]
    string[]? RuntimeIdentifiers => TryGetValue(() => RuntimeIdentifiers);

    /// <summary>
    /// The runtime identifiers for which a release has wheels, whichever machines pack them. The generated jobs pack all of them, and
    /// <see cref="IPackDistributions.Pack"/> fails if one that this machine packs has no wheel. Default: none.
    /// </summary>
    IReadOnlyList<string> ReleaseRuntimeIdentifiers => [];

    /// <summary>Runtime identifier → a platform tag that replaces the computed one and must be at least as strict. Default: none.</summary>
    IReadOnlyDictionary<string, string> PlatformTags => new Dictionary<string, string>();
}

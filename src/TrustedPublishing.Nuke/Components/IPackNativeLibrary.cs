using Nuke.Common.IO;

namespace TrustedPublishing.Nuke;

/// <summary>
/// A build that packs a Python package with native libraries: <see cref="IPackDistributions.Pack"/> then writes a wheel for each runtime identifier,
/// with the Python package in <see cref="IHazPythonProject.PythonProject"/> and the files for that platform. They come from any of the following
/// three members, which can be combined.
/// </summary>
public interface IPackNativeLibrary : IPackForPlatforms
{
    /// <summary>A .NET project that is published with NativeAOT as a shared library, for this machine's operating system. Default: none.</summary>
    AbsolutePath? NativeProject => null;

    /// <summary>NuGet packages whose files under <c>runtimes/{runtime identifier}/native</c> are packed. Default: none.</summary>
    IReadOnlyList<AbsolutePath> NativePackages => [];

    /// <summary>Runtime identifier → path in the installed tree → a file or folder on this machine. Default: none.</summary>
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, AbsolutePath>> Platforms => new Dictionary<string, IReadOnlyDictionary<string, AbsolutePath>>();

    /// <summary>The installed location of files from <see cref="NativeProject"/> and <see cref="NativePackages"/>. Default: the folder <c>native</c> in the package named like the project.</summary>
    string? NativeFolder => null;
}

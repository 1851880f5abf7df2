using Nuke.Common.IO;

namespace TrustedPublishing.Nuke;

/// <summary>
/// A build that packs a Python package around native libraries: <see cref="IPackDistributions.Pack"/> then writes a wheel for each runtime identifier, with the Python package of
/// <see cref="IHazPythonProject.PythonProject"/> and the files of that platform. They come from any of the three members below, which may be combined.
/// </summary>
public interface IPackNativeLibrary : IPackForPlatforms
{
    /// <summary>A .NET project that is published with NativeAOT as a shared library, on this machine and for its own kind. Default: none.</summary>
    AbsolutePath? NativeProject => null;

    /// <summary>NuGet packages whose files under <c>runtimes/{runtime identifier}/native</c> are taken. Default: none.</summary>
    IReadOnlyList<AbsolutePath> NativePackages => [];

    /// <summary>Runtime identifier → path in the installed tree → a file or folder on this machine. Default: none.</summary>
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, AbsolutePath>> Platforms => new Dictionary<string, IReadOnlyDictionary<string, AbsolutePath>>();

    /// <summary>Where files of <see cref="NativeProject"/> and <see cref="NativePackages"/> go in the installed tree. Default: the folder <c>native</c> in the package that is named like the project.</summary>
    string? NativeFolder => null;
}

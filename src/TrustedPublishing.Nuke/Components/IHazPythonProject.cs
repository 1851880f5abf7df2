using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using TrustedPublishing.Nuke.Rehearsing;

namespace TrustedPublishing.Nuke;

/// <summary>A build that has a Python project.</summary>
public interface IHazPythonProject : IHazArtifacts
{
    /// <summary>The folder with <c>pyproject.toml</c>. Default: the repository's root.</summary>
    AbsolutePath PythonProject => RootDirectory;

    /// <summary>The folder of the Python project that this run is about, of several in one repository. Default: <see cref="PythonProject"/>.</summary>
    [Parameter("Folder of the Python project that this run is about, of several in the repository - default: the build's own")]
    AbsolutePath? PypiProject => TryGetValue(() => PypiProject);

    /// <summary>Where distributions go. Default: <c>artifacts/distributions</c>.</summary>
    AbsolutePath DistributionsDirectory => ArtifactsDirectory / "distributions";
}

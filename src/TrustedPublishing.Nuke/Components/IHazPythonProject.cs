using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;

namespace TrustedPublishing.Nuke;

/// <summary>A build that has a Python project.</summary>
public interface IHazPythonProject : IHazArtifacts
{
    /// <summary>The folder with <c>pyproject.toml</c>. Default: the repository's root.</summary>
    AbsolutePath PythonProject => RootDirectory;

    /// <summary>The folder of the Python project for this run, if the repository has several. Default: <see cref="PythonProject"/>.</summary>
    [Parameter("Folder of the Python project for this run, if the repository has several - default: the build's own")]
    AbsolutePath? PypiProject => TryGetValue(() => PypiProject);

    /// <summary>The folder for distributions. Default: <c>artifacts/distributions</c>.</summary>
    AbsolutePath DistributionsDirectory => ArtifactsDirectory / "distributions";
}

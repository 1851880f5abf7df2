using Nuke.Common.IO;

namespace TrustedPublishing.Nuke;

/// <summary>
/// A build that packs a .NET console program as a command for Python users: <c>pip install</c>, <c>pipx</c> and <c>uvx</c> put it on their PATH.
/// <see cref="IPackDistributions.Pack"/> then publishes the project for each runtime identifier and writes one wheel per identifier. The metadata
/// comes from <c>pyproject.toml</c> in <see cref="IHazPythonProject.PythonProject"/> if it exists, otherwise from MSBuild (<c>PackageId</c>,
/// <c>Version</c>, <c>Description</c>, …). The command has the name in <c>ToolCommandName</c>, or that of the assembly.
/// </summary>
public interface IPackDotNetTool : IPackForPlatforms
{
    /// <summary>The project file of the console program.</summary>
    AbsolutePath ToolProject { get; }

    /// <summary>How the program is published. Default: <see cref="ToolDeployment.SelfContained"/>.</summary>
    ToolDeployment ToolDeployment => ToolDeployment.SelfContained;

    /// <summary>Whether unused code is removed (<c>PublishTrimmed</c>). Default: false. NativeAOT always trims.</summary>
    bool ToolTrimmed => false;

    /// <summary>Additional arguments for <c>dotnet publish</c>, for example <c>-p:PublishSingleFile=false</c>. Default: none.</summary>
    IReadOnlyList<string> ToolPublishArguments => [];
}

/// <summary>What a published .NET program needs on the user's machine.</summary>
public enum ToolDeployment
{
    /// <summary>Nothing: the runtime is part of the program, a single file of about 70 MB, or 15 MB if it is trimmed.</summary>
    SelfContained,

    /// <summary>Nothing: the program is compiled to native code, on the user's operating system.</summary>
    NativeAot,

    /// <summary>A .NET runtime of the program's version.</summary>
    FrameworkDependent,
}

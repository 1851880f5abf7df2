using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Packaging;
using TrustedPublishing.Packaging.Platforms;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>Packs a .NET console program as a command.</summary>
internal static class DotNetToolPack
{
    public static PackagingOptions Options(IPackDotNetTool build)
    {
        var project = DotNetProject.Read(build.ToolProject, PackVariables.DeclaredBy(build));
        var published = RuntimeChoice.Choose(build, project, build.ToolDeployment == ToolDeployment.NativeAot)
            .ToDictionary(runtime => runtime, runtime => (string)project.Publish(runtime, build.TemporaryDirectory / "tool" / runtime, [.. Arguments(build, runtime)]));
        var command = project["ToolCommandName"] is { Length: > 0 } name ? name : project["AssemblyName"];
        return Metadata(build, project) with
        {
            Formats = [DistributionKind.Wheel],
            PlatformTags = build.PlatformTags,
            Command = new CommandPayload(command, project["AssemblyName"], published),
        };
    }

    private static IEnumerable<string> Arguments(IPackDotNetTool build, string runtime) =>
    [
        .. build.ToolDeployment switch
        {
            _ when runtime == "any" => ["-p:UseAppHost=false", "--self-contained", "false"],
            ToolDeployment.NativeAot => ["-p:PublishAot=true"],
            ToolDeployment.FrameworkDependent => ["-p:PublishSingleFile=true", "--self-contained", "false"],
            _ => (string[])["-p:PublishSingleFile=true", "--self-contained", "true", $"-p:PublishTrimmed={(build.ToolTrimmed ? "true" : "false")}"],
        },
        .. build.ToolPublishArguments,
    ];

    /// <summary>
    /// The project's own <c>pyproject.toml</c> takes precedence, and must agree; if there is none, one is generated from MSBuild's properties.
    /// </summary>
    private static PackagingOptions Metadata(IPackDotNetTool build, DotNetProject project)
    {
        var version = build.PythonVersion ?? (project["PackageVersion"] is { Length: > 0 } package ? package : project["Version"]);
        if ((ChosenProject.FolderOf(build) / "pyproject.toml").FileExists())
        {
            var file = PackRun.Checked(() => PythonProjectFile.Read(ChosenProject.FolderOf(build)));
            return new()
            {
                ProjectDirectory = ChosenProject.FolderOf(build),
                OutputDirectory = ChosenProject.DistributionsOf(build),
                Version = file.Version is null ? version : Agreed(file, project, version),
            };
        }

        var folder = GeneratedProject.Write(build.TemporaryDirectory / "python", project, build.RootDirectory);
        return new() { ProjectDirectory = folder, OutputDirectory = ChosenProject.DistributionsOf(build), Version = version };
    }

    /// <summary>Null, because the file itself states it; MSBuild's default version is ignored.</summary>
    private static string? Agreed(PythonProjectFile file, DotNetProject project, string version)
    {
        const string msbuildDefault = "1.0.0";
        var said = PackRun.Checked(() => PythonVersion.FromSemVer(version.Split('+')[0]));
        return version == msbuildDefault || (PythonVersion.TryParse(file.Version, out var stated) && stated == said) ? null
            : throw new Failure(
                $"{file.Path} says version {file.Version}, but {project.File} says {version}. Make them agree, or let pyproject.toml inherit it: dynamic = [\"version\"].");
    }
}

using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging;
using TrustedPublishing.Packaging.Platforms;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>Packs a .NET console program as a command.</summary>
internal static class DotNetToolPack
{
    public static PackagingOptions Options(PackRequest request, DotNetToolRequest tool)
    {
        var project = DotNetProject.Read(tool.ProjectFile, request.Variables);
        var published = request.Platforms!.Choose(project.RuntimeIdentifiers)
            .ToDictionary(runtime => runtime, runtime => project.Publish(runtime, Path.Combine(request.TemporaryFolder, "tool", runtime), [.. Arguments(tool, runtime)]));
        var command = project["ToolCommandName"] is { Length: > 0 } name ? name : project["AssemblyName"];
        return Metadata(request, project) with
        {
            Formats = [DistributionKind.Wheel],
            PlatformTags = request.PlatformTags,
            Command = new CommandPayload(command, project["AssemblyName"], published),
        };
    }

    private static IEnumerable<string> Arguments(DotNetToolRequest tool, string runtime) =>
    [
        .. tool.Deployment switch
        {
            _ when runtime == "any" => ["-p:UseAppHost=false", "--self-contained", "false"],
            ToolDeployment.NativeAot => ["-p:PublishAot=true"],
            ToolDeployment.FrameworkDependent => ["-p:PublishSingleFile=true", "--self-contained", "false"],
            _ => (string[])["-p:PublishSingleFile=true", "--self-contained", "true", $"-p:PublishTrimmed={(tool.IsTrimmed ? "true" : "false")}"],
        },
        .. tool.PublishArguments,
    ];

    /// <summary>
    /// The project's own <c>pyproject.toml</c> takes precedence, and must agree; if there is none, one is generated from MSBuild's properties.
    /// </summary>
    private static PackagingOptions Metadata(PackRequest request, DotNetProject project)
    {
        var version = request.Version ?? (project["PackageVersion"] is { Length: > 0 } package ? package : project["Version"]);
        if (File.Exists(Path.Combine(request.ProjectFolder, "pyproject.toml")))
        {
            var file = PackRun.OrFail(() => PythonProjectFile.Read(request.ProjectFolder));
            return request.Options with { Version = file.Version is null ? version : CheckVersion(file, project, version) };
        }

        var folder = GeneratedProject.Write(Path.Combine(request.TemporaryFolder, "python"), project, request.Root);
        return request.Options with { ProjectDirectory = folder, Version = version };
    }

    /// <summary>Null, because the file itself states it; MSBuild's default version is ignored.</summary>
    private static string? CheckVersion(PythonProjectFile file, DotNetProject project, string version)
    {
        const string msbuildDefault = "1.0.0";
        var said = PackRun.OrFail(() => PythonVersion.FromSemVer(version.Split('+')[0]));
        return version == msbuildDefault || (PythonVersion.TryParse(file.Version, out var stated) && stated == said) ? null
            : throw new Failure(
                $"{file.Path} says version {file.Version}, but {project.File} says {version}. Make them agree, or let pyproject.toml inherit it: dynamic = [\"version\"].");
    }
}

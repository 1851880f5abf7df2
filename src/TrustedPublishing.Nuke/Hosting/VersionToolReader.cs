using System.Reflection;
using Nuke.Common;
using Nuke.Common.ValueInjection;
using TrustedPublishing.LocalSystem;
using TrustedPublishing.Nuke.Workflow;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>Looks for the tool from which a build has its version.</summary>
internal static class VersionToolReader
{
    private static readonly string[] SharedFiles = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "version.json", ".config/dotnet-tools.json"];

    /// <param name="build">The build.</param>
    /// <param name="project">The folder of the Python project; null for none.</param>
    public static VersionTool? Find(INukeBuild build, string? project) =>
        VersionTool.Find(Attributes(build.GetType()), [.. Files(build, project).Select(RegularFile.ReadTextIfAny).OfType<string>()]);

    private static HashSet<string> Attributes(Type build) =>
    [
        .. build.GetInterfaces().Append(build)
            .SelectMany(type => type.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .SelectMany(member => member.GetCustomAttributes().OfType<ValueInjectionAttributeBase>())
            .Select(attribute => attribute.GetType().Name),
    ];

    private static IEnumerable<string> Files(INukeBuild build, string? project)
    {
        string root = build.RootDirectory;
        string?[] files =
        [
            .. SharedFiles.Select(file => Path.Combine(root, file)),
            build.BuildProjectFile,
            (build as IPackDotNetTool)?.ToolProject,
            (build as IPackNativeLibrary)?.NativeProject,
            project is null ? null : Path.Combine(project, "pyproject.toml"),
        ];
        return files.OfType<string>();
    }
}

using System.Reflection;
using Nuke.Common;
using Nuke.Common.ValueInjection;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>A tool that computes versions from the history of git, of which a checkout has one commit unless it is told otherwise.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="FailsOnOneCommit">Whether it stops on one commit; otherwise it finds another version, unless that commit is the tagged one.</param>
internal sealed record VersionTool(string Name, bool FailsOnOneCommit)
{
    private static readonly VersionTool[] Known = [new("GitVersion", true), new("Nerdbank.GitVersioning", true), new("MinVer", false)];

    /// <summary>What a generated file lacks for it; null when nothing.</summary>
    public string? Lacks(SourceOptions sources) => sources.Depth != 1 ? null
        : $"{Name} computes the version from the git history, and FetchDepth = 1 fetches only one commit{(FailsOnOneCommit ? ", with which it stops" : ": without the tag on it, the version is another one")}. Set FetchDepth = 0, which fetches all commits and tags.";

    /// <summary>The tool that a build injects, or that its projects reference in the files of the root and of the build.</summary>
    public static VersionTool? Find(INukeBuild build) => Array.Find(Known, tool => IsInjected(build.GetType(), tool) || Files(build).Any(file => References(file, tool)));

    private static bool IsInjected(Type build, VersionTool tool) =>
        build.GetInterfaces().Append(build)
            .SelectMany(type => type.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .SelectMany(member => member.GetCustomAttributes().OfType<ValueInjectionAttributeBase>())
            .Any(attribute => attribute.GetType().Name == $"{tool.Name.Replace(".", "", StringComparison.Ordinal)}Attribute");

    private static IEnumerable<string> Files(INukeBuild build) =>
        new string?[] { build.RootDirectory / "Directory.Build.props", build.RootDirectory / "Directory.Build.targets", build.RootDirectory / "Directory.Packages.props", build.BuildProjectFile }
            .OfType<string>().Where(File.Exists);

    private static bool References(string file, VersionTool tool) =>
        RegularFile.ReadTextIfAny(file)?.Contains($"Include=\"{tool.Name}", StringComparison.OrdinalIgnoreCase) == true;
}

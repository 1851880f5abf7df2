using System.Reflection;
using Nuke.Common;
using Nuke.Common.Git;
using Nuke.Common.ProjectModel;
using Nuke.Common.ValueInjection;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// What a build needs in order to start at all. NUKE checks members that carry <c>[Required]</c> at every start, whatever target runs, so the
/// publishing job, which has no sources, must have what they are read from.
/// </summary>
internal sealed record StartRequirements
{
    /// <summary>Files to hand over, relative to the root.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Whether a member is read from the git repository.</summary>
    public required bool Git { get; init; }

    /// <summary>Required members that nothing in the publishing job can fill.</summary>
    public required IReadOnlyList<string> Unmet { get; init; }

    public static StartRequirements Of(INukeBuild build)
    {
        var members = Members(build.GetType()).ToList();
        var required = members.Where(member => member.IsDefined(typeof(RequiredAttribute), inherit: true)).ToList();
        var root = build.RootDirectory;
        string[] candidates = [".nuke/parameters.json", .. members.Any(Has<SolutionAttribute>) ? Solutions(root) : []];
        return new()
        {
            Files = [.. candidates.Where(file => File.Exists(root / file))],
            Git = required.Any(Has<GitRepositoryAttribute>),
            Unmet =
            [
                .. required.Where(member => !Has<GitRepositoryAttribute>(member) && !Has<SolutionAttribute>(member))
                    .Select(member => $"{member.DeclaringType!.Name}.{member.Name}").Distinct().Order(StringComparer.Ordinal),
            ],
        };
    }

    private static IEnumerable<MemberInfo> Members(Type build) =>
        build.GetInterfaces().Append(build)
            .SelectMany(type => type.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(member => member is FieldInfo or PropertyInfo && member.GetCustomAttributes().OfType<ValueInjectionAttributeBase>().Any());

    private static bool Has<T>(MemberInfo member)
        where T : Attribute => member.IsDefined(typeof(T), inherit: true);

    /// <summary>All solutions in the root and the folders in it: they are small, and which of them a build reads is its own affair.</summary>
    private static IEnumerable<string> Solutions(string root) =>
        Directory.EnumerateDirectories(root).Where(folder => !Path.GetFileName(folder).StartsWith('.')).Prepend(root)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.sln*"))
            .Where(file => Path.GetExtension(file) is ".sln" or ".slnx")
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
}

using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>The settings that select the files of a target.</summary>
internal sealed record HatchChoice
{
    public IReadOnlyList<string> Include { get; init; } = [];

    public IReadOnlyList<string> Packages { get; init; } = [];

    public IReadOnlyList<string> OnlyInclude { get; init; } = [];

    /// <summary>Whether only forced files and artifacts are included.</summary>
    public bool ExcludesAll { get; init; }

    public bool IsEmpty => Include.Count + Packages.Count + OnlyInclude.Count == 0;

    public static HatchChoice FromTarget(HatchTarget target) => new()
    {
        Include = target.Texts("include"),
        Packages = target.Packages,
        OnlyInclude = [.. target.Texts("only-include").Select(path => ProjectPath.Normalize(path) ?? "").Where(path => path.Length > 0)],
    };
}

/// <summary>The default content of a wheel: the package, module or namespace that is named like the project.</summary>
internal static class HatchDefaults
{
    public static HatchChoice ForWheel(ProjectTree tree, HatchTarget target, StaticProject project, FindingList complaints)
    {
        var stated = HatchChoice.FromTarget(target);
        var found = stated.IsEmpty ? ByName(tree, project.Name) : stated;
        if (found is null && (target.Flag("bypass-selection") || target.Has("force-include")))
        {
            return new() { ExcludesAll = true };
        }

        if (found is null)
        {
            complaints.Add(Diagnostics.Packages(null, ProjectName.InFileName(project.Name), []));
        }

        return found ?? new();
    }

    private static HatchChoice? ByName(ProjectTree tree, string projectName) =>
        new[] { projectName.Replace('-', '_'), ProjectName.InFileName(projectName) }.Select(name => Named(tree, name)).FirstOrDefault(choice => choice is not null);

    private static HatchChoice? Named(ProjectTree tree, string name)
    {
        if (Array.Find([name, $"src/{name}"], folder => tree.HasFile($"{folder}/__init__.py")) is { } package)
        {
            return new() { Packages = [package] };
        }

        if (tree.HasFile($"{name}.py"))
        {
            return new() { OnlyInclude = [$"{name}.py"] };
        }

        var namespaces = tree.FoldersIn("").Where(folder => !folder.StartsWith('.') && tree.HasFile($"{folder}/{name}/__init__.py")).ToList();
        return namespaces.Count == 1 ? new() { Packages = namespaces } : null;
    }
}

using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>An entry of a solution file.</summary>
public class SolutionItem
{
    internal SolutionItem(string name, Solution solution) => (Name, Solution) = (name, solution);

    public string Name { get; }

    public Solution Solution { get; }

    public override string ToString() => Name;
}

public class Project : SolutionItem, IAbsolutePathHolder
{
    internal Project(string name, string relativePath, Solution solution)
        : base(name, solution)
        => RelativePath = relativePath;

    public string RelativePath { get; }

    public AbsolutePath Path => Solution.Directory / RelativePath;

    public string FileName => System.IO.Path.GetFileName(RelativePath);

    public AbsolutePath Directory => Path?.Parent;

    public static implicit operator string(Project project) => project.Path;

    public static implicit operator AbsolutePath(Project project) => project.Path;
}

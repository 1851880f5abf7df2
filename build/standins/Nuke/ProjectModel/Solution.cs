using System.Reflection;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution file.</summary>
public class Solution
{
    internal Solution(AbsolutePath path) => Path = path;

    internal AbsolutePath Path { get; }
}

/// <summary>A project of a solution. Only its type is used.</summary>
public class Project
{
    private Project()
    {
    }
}

/// <summary>The solution at a path relative to the root directory, or named by the parameter (usually in parameters.json).</summary>
public class SolutionAttribute : ParameterAttribute
{
    private readonly string _relativePath;

    public SolutionAttribute()
        : this(relativePath: null)
    {
    }

    public SolutionAttribute(string relativePath)
        : base("Path to a solution file that is automatically loaded." + (relativePath == null ? "" : $" Default is {relativePath}."))
        => (_relativePath, List) = (relativePath, false);

    internal override object GetValue(MemberInfo member)
    {
        var path = _relativePath == null
            ? ((AbsolutePath)Parameters.Get(member, typeof(AbsolutePath))).NotNull($"No solution file defined for '{member.Name}'.")
            : NukeBuild.RootDirectory / _relativePath;
        Assert.True(path.FileExists(), $"Expected file to exist: {path}");
        return new Solution(path);
    }
}

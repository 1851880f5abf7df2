using System.Reflection;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>The solution at a path relative to the root directory, or named by the parameter (usually in parameters.json).</summary>
public class SolutionAttribute(string relativePath)
    : ParameterAttribute("Path to a solution file that is automatically loaded." + (relativePath == null ? "" : $" Default is {relativePath}."))
{
    public SolutionAttribute()
        : this(relativePath: null)
    {
    }

    public override bool List { get; set; }

    public override object GetValue(MemberInfo member, object instance)
    {
        var path = relativePath == null
            ? ((AbsolutePath)Parameters.Get(member, typeof(AbsolutePath))).NotNull($"No solution file defined for '{member.Name}'.")
            : Build.RootDirectory / relativePath;
        Assert.FileExists(path);
        return new Solution(path);
    }
}

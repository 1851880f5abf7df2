using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tools.GitVersion;

/// <summary>
/// The version that the tool computes from the git repository. NUKE takes the tool from a NuGet package of the build project or from the variable
/// GITVERSION_EXE; packages are not installed here, so only the variable is left.
/// </summary>
public class GitVersionAttribute : ValueInjectionAttributeBase
{
    public string Framework { get; set; }

    public bool NoFetch { get; set; }

    public bool NoCache { get; set; } = true;

    public override object GetValue(MemberInfo member, object instance)
    {
        var tool = ToolResolver.TryGetEnvironmentTool("GitVersion").NotNull("Could not find package 'GitVersion.Tool'");
        return tool($"{(NoFetch ? "/nofetch" : ""):nq} {(NoCache ? "/nocache" : ""):nq}", Build.RootDirectory, logOutput: false).EnsureOnlyStd().StdToJson<GitVersion>();
    }
}

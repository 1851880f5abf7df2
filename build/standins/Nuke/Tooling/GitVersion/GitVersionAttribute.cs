using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tools.GitVersion;

/// <summary>
/// The version that the tool computes from the git repository. NUKE finds the tool in a NuGet package of the build project or through the variable
/// GITVERSION_EXE; the stand-in does not install packages, so it supports only the variable.
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

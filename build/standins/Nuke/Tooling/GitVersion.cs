using System.Reflection;
using Newtonsoft.Json;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tools.GitVersion;

/// <summary>The tool's information about a repository's version.</summary>
public record GitVersion;

/// <summary>
/// The version that the tool computes from the git repository. NUKE finds the tool in a NuGet package of the build project or through the variable
/// GITVERSION_EXE; the stand-in does not install packages, so it supports only the variable.
/// </summary>
public class GitVersionAttribute : ValueInjectionAttributeBase
{
    internal override object GetValue(MemberInfo member)
    {
        var tool = EnvironmentInfo.GetVariable("GITVERSION_EXE").NotNull("Could not find package 'GitVersion.Tool'");
        var output = ProcessTasks.StartProcess(tool, "/nofetch /nocache", NukeBuild.RootDirectory, logOutput: false).AssertZeroExitCode().Output;
        return JsonConvert.DeserializeObject<GitVersion>(string.Join('\n', output.Select(x => x.Text)));
    }
}

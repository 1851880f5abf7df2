using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI;

internal abstract class GenerationAttribute : BuildExtensionAttributeBase
{
    protected List<ConfigurationAttributeBase> Generators()
    {
        var generators = Build.GetType().GetCustomAttributes<ConfigurationAttributeBase>().ToList();
        generators.ForEach(x => x.Build = Build);
        return generators;
    }
}

/// <summary><c>--generate-configuration ID --host HOST</c>: writes one file without output and exits with code 0.</summary>
internal sealed class GenerateOnRequestAttribute : GenerationAttribute, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (Parameters.Get<string>(BuildServerConfigurationGeneration.ConfigurationParameterName) is not { } id)
            return;

        var found = Generators().Where(x => x.Id == id).ToList();
        if (found.Count > 1)
            throw new InvalidOperationException($"Found multiple {nameof(IConfigurationGenerator)} with same ID '{id}'.");
        found.SingleOrDefault().NotNull("generator != null").Generate(executableTargets);
        Environment.Exit(0);
    }
}

/// <summary>Allows a generator that supports the current host to save state at the end of a build.</summary>
internal sealed class SerializeGeneratorStateAttribute : GenerationAttribute, IOnBuildFinished
{
    public void OnBuildFinished() => Generators().FirstOrDefault(x => x.HostType == Build.Host.GetType())?.SerializeState();
}

using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.CI;

namespace Nuke.Common.ValueInjection;

/// <summary>Keeps <c>.nuke/build.schema.json</c> up to date if the build's project is known, and creates a parameters file next to it.</summary>
internal sealed class WriteSchemaAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (BuildServerConfigurationGeneration.IsActive)
            return;

        if (Build.BuildProjectFile != null)
            WriteFiles();
        if (Parameters.Get<bool>("shell-completion"))
            Environment.Exit(0);
    }

    private void WriteFiles()
    {
        WellKnown.SchemaFile(Build.RootDirectory).WriteAllText(new Schema(Build).ToJson());
        var parametersFile = WellKnown.ParametersFile(Build.RootDirectory, WellKnown.DefaultProfile);
        if (!parametersFile.FileExists())
        {
            parametersFile.WriteAllText(
                """
                {
                  "$schema": "./build.schema.json"
                }
                """);
        }
    }
}

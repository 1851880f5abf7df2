using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.CI;

/// <summary>Keeps generated files up to date on local builds: starts one child process per generator and compares hashes.</summary>
internal sealed class GenerateOnLocalBuildsAttribute : GenerationAttribute, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (Build.IsServerBuild)
            return;

        var changed = Generators().Where(x => x.AutoGenerate).AsParallel().Select(HasChanged).ToList();
        if (!changed.Contains(true) || Build.Help || Console.IsInputRedirected)
            return;

        Host.Information("Press any key to continue ...");
        Console.ReadKey();
    }

    private bool HasChanged(IConfigurationGenerator generator)
    {
        var files = generator.GeneratedFiles.ToList();
        files.ForEach(x => x.Parent.CreateDirectory());
        var before = files.WhereFileExists().ToDictionary(x => x, x => x.GetFileHash());

        ProcessTasks.StartProcess(
                Build.BuildAssemblyFile,
                $"--{BuildServerConfigurationGeneration.ConfigurationParameterName} {generator.Id} --host {generator.HostName}",
                logInvocation: false,
                logOutput: false)
            .AssertZeroExitCode();

        var changed = files.Where(x => x.GetFileHash() != before.GetValueOrDefault(x)).ToList();
        if (changed.Count == 0)
            return false;

        Log.Warning("Configuration files for {Configuration} have changed.", generator.DisplayName);
        changed.ForEach(x => Log.Verbose("Updated {File}", Build.RootDirectory.GetRelativePathTo(x)));
        return true;
    }
}

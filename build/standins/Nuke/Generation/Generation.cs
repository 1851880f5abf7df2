using System.Reflection;
using System.Security.Cryptography;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.CI;

internal static class Generation
{
    public const string Parameter = "generate-configuration";

    /// <summary>Whether this process only generates a file.</summary>
    public static bool IsRequested => Parameters.Get<string>(Parameter) != null;

    /// <summary><c>--generate-configuration ID --host HOST</c>: writes one file without output and exits with code 0.</summary>
    public static void RunIfRequested(NukeBuild build)
    {
        if (Parameters.Get<string>(Parameter) is not { } id)
            return;

        var found = Generators(build).Where(x => x.Id == id).ToList();
        if (found.Count > 1)
            throw new InvalidOperationException($"Found multiple IConfigurationGenerator with same ID '{id}'.");
        found.SingleOrDefault().NotNull("generator != null").Generate(build.ExecutableTargets);
        Environment.Exit(0);
    }

    /// <summary>Keeps generated files up to date on local builds: starts one child process per generator and compares hashes.</summary>
    public static void KeepFilesCurrent(NukeBuild build)
    {
        if (!NukeBuild.IsServerBuild)
            Generators(build).Where(x => x.AutoGenerate).AsParallel().ForAll(KeepCurrent);
    }

    private static void KeepCurrent(ConfigurationAttributeBase generator)
    {
        var files = generator.GeneratedFiles.ToList();
        files.ForEach(x => x.Parent.CreateDirectory());
        var before = files.ConvertAll(Hash);
        ProcessTasks.StartProcess(
                "dotnet",
                $"{NukeBuild.BuildAssemblyFile} --{Parameter} {generator.Id} --host {generator.HostType.Name}",
                logInvocation: false,
                logOutput: false)
            .AssertZeroExitCode();

        if (!files.ConvertAll(Hash).SequenceEqual(before))
            Log.Warning("Configuration files for {Configuration} have changed.", generator.DisplayName);
    }

    private static string Hash(AbsolutePath file) => file.FileExists() ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))) : null;

    private static List<ConfigurationAttributeBase> Generators(NukeBuild build)
    {
        var generators = build.GetType().GetCustomAttributes<ConfigurationAttributeBase>().ToList();
        generators.ForEach(x => x.Build = build);
        return generators;
    }
}

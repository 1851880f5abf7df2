using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    // As in NUKE, exceptions here end the process with an unhandled TypeInitializationException.
    static NukeBuild()
    {
        RootDirectory = FindRootDirectory();
        TemporaryDirectory = WellKnown.TemporaryDirectory(RootDirectory).CreateDirectory();
        BuildAssemblyFile = FindBuildAssembly();
        BuildAssemblyDirectory = BuildAssemblyFile?.Parent;
        BuildProjectFile = FindBuildProject();
        BuildProjectDirectory = BuildProjectFile?.Parent;
        Verbosity = Parameters.Get<Verbosity?>(() => Verbosity) ?? Verbosity.Normal;
        Host = Parameters.Get<Host>(() => Host) ?? Host.Default;
        LoadedLocalProfiles = Parameters.Get<string[]>(() => LoadedLocalProfiles) ?? [];
    }

    [Parameter("Root directory during build execution.", Name = "Root")]
    public static AbsolutePath RootDirectory { get; }

    public static AbsolutePath TemporaryDirectory { get; }

    /// <summary>The entry assembly; null in a test host.</summary>
    public static AbsolutePath BuildAssemblyFile { get; }

    public static AbsolutePath BuildAssemblyDirectory { get; }

    /// <summary>May be null: there is no project file next to a published build.</summary>
    public static AbsolutePath BuildProjectDirectory { get; }

    public static AbsolutePath BuildProjectFile { get; }

    [Parameter("Logging verbosity during build execution. Default is 'Normal'.")]
    public static Verbosity Verbosity
    {
        get => Logging.Verbosity;
        set => Logging.Verbosity = value;
    }

    [Parameter("Host for execution. Default is 'automatic'.")]
    public static Host Host { get; set; }

    [Parameter("Defines the profiles to load.", Name = "Profile")]
    public static string[] LoadedLocalProfiles { get; }

    public static bool IsLocalBuild => !IsServerBuild;

    public static bool IsServerBuild => Host is IBuildServer;

    private static AbsolutePath FindRootDirectory()
    {
        if (Parameters.Get<AbsolutePath>(() => RootDirectory) is { } given)
            return given;

        var workingDirectory = EnvironmentInfo.WorkingDirectory;
        if (Parameters.Get<bool>(() => RootDirectory))
            return workingDirectory;

        return WellKnown.FindRoot(workingDirectory).NotNull(new[]
        {
            $"Could not locate '{WellKnown.NukeDirectoryName}' directory/file while walking up from '{workingDirectory}'.",
            "Either create a directory/file to mark the root directory, or add '--root [path]' to the invocation.",
        }.JoinNewLine());
    }

    private static AbsolutePath FindBuildAssembly()
    {
        var entry = Assembly.GetEntryAssembly();
        if (entry == null || !entry.GetTypes().Any(x => x.IsSubclassOf(typeof(NukeBuild))))
        {
            var name = entry?.GetName().Name;
            Assert.True(
                name is null or "testhost" || name.StartsWith("ReSharperTestRunner", StringComparison.Ordinal),
                $"Assembly name was {name.SingleQuote()}");
            return null;
        }

        var invoked = Environment.GetCommandLineArgs()[0];
        Assert.True(entry.Location == "" || entry.Location == invoked);
        return entry.Location == "" ? invoked : entry.Location;
    }

    private static AbsolutePath FindBuildProject()
    {
        foreach (var directory in AbsolutePathExtensions.SelfAndParents(BuildAssemblyDirectory))
        {
            var projects = Directory.GetFiles(directory, "*.csproj");
            Assert.True(projects.Length <= 1, $"Found multiple project files in '{directory}'.");
            if (projects.Length == 1)
                return projects[0];
        }

        return null;
    }
}

using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    internal const string TargetParameter = "Target";

    private const string NukeDirectory = ".nuke";

    // As in NUKE, exceptions here end the process with an unhandled TypeInitializationException.
    static NukeBuild()
    {
        RootDirectory = FindRootDirectory();
        TemporaryDirectory = (RootDirectory / NukeDirectory / "temp").CreateDirectory();
        BuildAssemblyFile = FindBuildAssembly();
        BuildProjectFile = FindBuildProject();
        Verbosity = Parameters.Get<Verbosity?>(() => Verbosity) ?? Verbosity.Normal;
        Host = Parameters.Get<Host>(() => Host) ?? Host.Default;
        LoadedLocalProfiles = Parameters.Get<string[]>(() => LoadedLocalProfiles) ?? [];
    }

    [Parameter("Root directory during build execution.", Name = "Root")]
    public static AbsolutePath RootDirectory { get; }

    public static AbsolutePath TemporaryDirectory { get; }

    /// <summary>The entry assembly; null in a test host.</summary>
    internal static AbsolutePath BuildAssemblyFile { get; }

    internal static AbsolutePath BuildProjectFile { get; }

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

    internal static bool IsServerBuild => Host is not Terminal;

    internal static AbsolutePath ParametersFile(string name) => RootDirectory / NukeDirectory / name;

    private static AbsolutePath FindRootDirectory()
    {
        if (Parameters.Get<AbsolutePath>(() => RootDirectory) is { } given)
            return given;

        var workingDirectory = EnvironmentInfo.WorkingDirectory;
        if (Parameters.Get<bool>(() => RootDirectory))
            return workingDirectory;

        // The directory .nuke in the home directory belongs to the global tool and is ignored.
        var root = workingDirectory.SelfAndParents().FirstOrDefault(x => (x / NukeDirectory).DirectoryExists());
        return ((string)root == Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) ? null : root).NotNull(
            $"Could not locate '{NukeDirectory}' directory/file while walking up from '{workingDirectory}'.{Environment.NewLine}"
            + "Either create a directory/file to mark the root directory, or add '--root [path]' to the invocation.");
    }

    private static AbsolutePath FindBuildAssembly()
    {
        var entry = Assembly.GetEntryAssembly();
        if (entry?.GetTypes().Any(x => x.IsSubclassOf(typeof(NukeBuild))) == true)
            return entry.Location == "" ? Environment.GetCommandLineArgs()[0] : entry.Location;

        var name = entry?.GetName().Name;
        Assert.True(name is null or "testhost" || name.StartsWith("ReSharperTestRunner", StringComparison.Ordinal), $"Assembly name was '{name}'");
        return null;
    }

    private static AbsolutePath FindBuildProject()
    {
        foreach (var directory in (BuildAssemblyFile?.Parent).SelfAndParents())
        {
            var projects = Directory.GetFiles(directory, "*.csproj");
            Assert.True(projects.Length <= 1, $"Found multiple project files in '{directory}'.");
            if (projects.Length == 1)
                return projects[0];
        }

        return null;
    }
}

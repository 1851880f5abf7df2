using Nuke.Common.IO;

namespace Nuke.Common;

/// <summary>Names and places that NUKE, its global tool and its IDE extensions agree on.</summary>
internal static class WellKnown
{
    public const string NukeDirectoryName = ".nuke";
    public const string InvokedTargets = "Target";
    public const string SkippedTargets = "Skip";
    public const string DefaultProfile = "$default";

    public static AbsolutePath NukeDirectory(AbsolutePath root) => root / NukeDirectoryName;

    public static AbsolutePath TemporaryDirectory(AbsolutePath root) => NukeDirectory(root) / "temp";

    public static AbsolutePath AttemptFile(AbsolutePath root) => TemporaryDirectory(root) / "build-attempt.log";

    public static AbsolutePath SchemaFile(AbsolutePath root) => NukeDirectory(root) / "build.schema.json";

    public static AbsolutePath ParametersFile(AbsolutePath root, string profile) => NukeDirectory(root) / ParametersFileName(profile);

    public static string ParametersFileName(string profile) => profile == DefaultProfile ? "parameters.json" : $"parameters.{profile}.json";

    /// <summary>The nearest directory from here upwards that holds .nuke. The home directory's is the global tool's own and does not count.</summary>
    public static AbsolutePath FindRoot(AbsolutePath start)
    {
        var root = AbsolutePathExtensions.SelfAndParents(start).FirstOrDefault(x => NukeDirectory(x).DirectoryExists());
        return root == EnvironmentInfo.SpecialFolder(SpecialFolders.UserProfile) ? null : root;
    }
}

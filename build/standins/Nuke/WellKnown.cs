using Nuke.Common.IO;

namespace Nuke.Common;

/// <summary>Names and paths that NUKE, its global tool and its IDE extensions share.</summary>
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

    /// <summary>
    /// The nearest directory from here upwards that contains .nuke. The home directory is ignored, because its .nuke belongs to the global tool.
    /// </summary>
    public static AbsolutePath FindRoot(AbsolutePath start)
    {
        var root = AbsolutePathExtensions.SelfAndParents(start).FirstOrDefault(x => NukeDirectory(x).DirectoryExists());
        return root == EnvironmentInfo.SpecialFolder(SpecialFolders.UserProfile) ? null : root;
    }
}

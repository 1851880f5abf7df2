using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.Packaging.Platforms;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging;

/// <summary>The words about native binaries and the platforms of wheels.</summary>
internal static partial class Diagnostics
{
    public static PackagingFinding NativeInPureWheel(string path) => new(
        path,
        null,
        "This is a native binary, but the wheel would be tagged for every platform.",
        "Give the binaries of each platform by PackagingOptions.Platforms (in a NUKE build: IPackNativeLibrary, or IPackDotNetTool for a program), or leave it out.");

    public static PackagingFinding NativeForAny(string path) =>
        new(path, null, "This is a native binary, but it is to be packed for the runtime identifier 'any'.", "Publish for a runtime identifier, or without a native host: UseAppHost=false.");

    public static PackagingFinding NothingNative(string runtime) =>
        new(runtime, null, "No file for this runtime identifier is a native binary.", "Give the native libraries, or pack what runs everywhere for the runtime identifier 'any'.");

    public static PackagingFinding OfBinary(string path, BinaryProblem problem) => new(path, null, $"The binary {problem.Text}", problem.Remedy);

    public static PackagingFinding BinariesDisagree(string path, string systems, string otherPath, string otherSystems) => new(
        path, null, $"This binary is for {systems}, but {otherPath} is for {otherSystems}: no platform tag is true of both.", "Pack binaries of one system and processor into one wheel.");

    public static PackagingFinding OtherPlatform(string runtime, string path, IReadOnlyList<PlatformTag> tags) => new(
        runtime, null, $"{path} is for {Tags(tags)}, which is not what this runtime identifier says.", "Give the files that were built for it.");

    public static PackagingFinding UnknownRuntime(string runtime) =>
        new(runtime, null, "No wheel can be for this runtime identifier.", $"Use one of: {RuntimeIdentifier.Known}.");

    public static PackagingFinding NoFilesForPlatform(string runtime) =>
        new(runtime, null, "There are no files for this runtime identifier.", "Build or publish them before packing, or correct the paths.");

    public static PackagingFinding SameWheel(IReadOnlyList<string> runtimes, string tag) => new(
        runtimes[0], null, $"The wheels for {string.Join(" and ", runtimes)} would have the same tag, {tag}, and therefore one name.",
        "Pack one of them: static programs run with either C library, and universal ones on both kinds of Mac (runtime identifier 'osx').");

    public static PackagingFinding UnusableOverride(string runtime, string tag, IReadOnlyList<PlatformTag> derived) => new(
        runtime, null, $"The given platform tag '{tag}' is none that can be compared with its binaries.", $"Remove it, or give one that is at least as strict as {Tags(derived)}.");

    public static PackagingFinding OverrideTooWide(string runtime, string tag, string path, string reason) => new(
        runtime, null, $"The given platform tag '{tag}' promises more than {path} keeps: it {reason}.", "Remove the tag; the right one is derived. A given one may only be stricter.");

    public static PackagingFinding OverrideWithoutPlatform(string runtime) =>
        new(runtime, null, "A platform tag is given for this runtime identifier, but no files.", "Remove the tag, or give the files in PackagingOptions.Platforms.");

    public static PackagingFinding CommandNeedsPackage(string package) =>
        new("project.name", null, "The command needs one package, to which the modules that start it are added.", $"Keep one package, '{package}', or none at all: then it is made.");

    public static PackagingFinding CommandPackageName(string package) =>
        new("project.name", null, $"'{package}' cannot be the name of a Python package.", "Choose a name that starts with a letter and is no word of the language.");

    public static PackagingFinding CommandName(string command) =>
        new("ToolCommandName", null, $"'{command}' cannot be the name of a command.", "Use ASCII letters, digits, '_', '-' and '.'.");

    public static PackagingFinding CommandDeclaredTwice(string command) => new(
        $"project.scripts.{command}", null, "declares a console script of the name that the program in the wheel has.", "Remove it; the program itself is the command.");

    public static PackagingFinding NoProgram(string runtime, string assembly, string folder) =>
        new(runtime, null, $"There is neither a program '{assembly}' nor '{assembly}.dll' in {folder}.", "Publish the project for this runtime identifier, and check its AssemblyName.");

    public static PackagingFinding VersionOfBuild(TomlNode node, string detail) => At(node, $"The version that the build gave cannot be used. {detail}", "Change the version that the build computes.");

    private static string Tags(IReadOnlyList<PlatformTag> tags) => string.Join(" or ", tags);
}

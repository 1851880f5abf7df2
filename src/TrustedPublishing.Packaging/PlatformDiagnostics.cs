using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.Packaging.Platforms;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging;

/// <summary>Messages about native binaries and platform wheels.</summary>
internal static partial class Diagnostics
{
    public static PackagingFinding NativeInPureWheel(string path) => new(
        path,
        null,
        "This is a native binary, but the wheel would be tagged as platform-neutral.",
        "Provide the binaries for each platform in PackagingOptions.Platforms (in a NUKE build: IPackNativeLibrary, or IPackDotNetTool for a program), or leave it out.");

    public static PackagingFinding NativeForAny(string path) =>
        new(path, null, "This is a native binary, but it would be packed for the runtime identifier 'any'.", "Publish for a runtime identifier, or without a native host: UseAppHost=false.");

    public static PackagingFinding NothingNative(string runtime) =>
        new(runtime, null, "No file for this runtime identifier is a native binary.", "Provide the native libraries, or use the runtime identifier 'any' for platform-neutral files.");

    public static PackagingFinding OfBinary(string path, BinaryProblem problem) => new(path, null, $"The binary {problem.Text}", problem.Remedy);

    public static PackagingFinding BinariesDisagree(string path, string systems, string otherPath, string otherSystems) => new(
        path, null, $"This binary is for {systems}, but {otherPath} is for {otherSystems}: no platform tag fits both.", "Put only binaries for one system and processor in a wheel.");

    public static PackagingFinding OtherPlatform(string runtime, string path, IReadOnlyList<PlatformTag> tags) => new(
        runtime, null, $"{path} is for {Tags(tags)}, which does not match this runtime identifier.", "Provide the files that were built for it.");

    public static PackagingFinding UnknownRuntime(string runtime) =>
        new(runtime, null, "Wheels do not support this runtime identifier.", $"Use one of: {RuntimeIdentifier.Known}.");

    public static PackagingFinding NoFilesForPlatform(string runtime) =>
        new(runtime, null, "There are no files for this runtime identifier.", "Build or publish them before packing, or correct the paths.");

    public static PackagingFinding SameWheel(IReadOnlyList<string> runtimes, string tag) => new(
        runtimes[0], null, $"The wheels for {string.Join(" and ", runtimes)} would have the same tag, {tag}, and therefore one name.",
        "Pack only one of them: static programs run with either C library, and universal binaries on both kinds of Mac (runtime identifier 'osx').");

    public static PackagingFinding UnusableOverride(string runtime, string tag, IReadOnlyList<PlatformTag> derived) => new(
        runtime, null, $"The platform tag '{tag}' cannot be compared with the binaries.", $"Remove it, or use one that is at least as strict as {Tags(derived)}.");

    public static PackagingFinding OverrideTooWide(string runtime, string tag, string path, string reason) => new(
        runtime, null, $"The platform tag '{tag}' promises more than {path} supports: it {reason}.", "Remove the tag; the correct one is computed. Your own tag can only be stricter.");

    public static PackagingFinding OverrideWithoutPlatform(string runtime) =>
        new(runtime, null, "This runtime identifier has a platform tag but no files.", "Remove the tag, or provide the files in PackagingOptions.Platforms.");

    public static PackagingFinding CommandNeedsPackage(string package) =>
        new("project.name", null, "The command needs exactly one package, to which the modules that start it are added.", $"Keep one package, '{package}', or none; then it is created.");

    public static PackagingFinding CommandPackageName(string package) =>
        new("project.name", null, $"'{package}' is not a valid Python package name.", "Choose a name that starts with a letter and is not a Python keyword.");

    public static PackagingFinding CommandName(string command) =>
        new("ToolCommandName", null, $"'{command}' is not a valid command name.", "Use ASCII letters, digits, '_', '-' and '.'.");

    public static PackagingFinding CommandDeclaredTwice(string command) => new(
        $"project.scripts.{command}", null, "declares a console script with the same name as the program in the wheel.", "Remove it; the program itself is the command.");

    public static PackagingFinding NoProgram(string runtime, string assembly, string folder) =>
        new(runtime, null, $"Neither a program '{assembly}' nor '{assembly}.dll' exists in {folder}.", "Publish the project for this runtime identifier, and check its AssemblyName.");

    public static PackagingFinding VersionOfBuild(TomlNode node, string detail) => At(node, $"The version set by the build cannot be used. {detail}", "Change the version that the build computes.");

    private static string Tags(IReadOnlyList<PlatformTag> tags) => string.Join(" or ", tags);
}

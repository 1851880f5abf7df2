using TrustedPublishing.Packaging.Backends;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging;

/// <summary>Messages about build steps and source files.</summary>
internal static partial class Diagnostics
{
    public static PackagingFinding BackendPath(TomlNode node) =>
        At(node, "The project has its own build backend, which must run to build it.", $"Use a standard backend, or {OwnBackend}.");

    public static PackagingFinding UnknownBackend(TomlNode node) => At(
        node,
        $"'{node.Text}' can run any code during the build.",
        $"For a pure-Python project, use one of {string.Join(", ", BuildBackend.All.Select(backend => backend.Name))}; otherwise {OwnBackend}.");

    public static PackagingFinding BuildRequirement(TomlNode item, string backend) =>
        At(item, $"'{item.Text}' is required for building in addition to {backend}, which indicates a build step.", $"Remove it if it is not needed; otherwise {OwnBackend}.");

    public static PackagingFinding BuildInstruction(TomlNode node, string backend) =>
        At(node, $"is a setting of {backend} that changes what is built and is not supported here.", $"Remove it if the default is sufficient; otherwise {OwnBackend}.");

    public static PackagingFinding SetuptoolsFile(string name) => new(
        name,
        null,
        name == "setup.py" ? "does more than call setup() without arguments." : "contains setuptools settings that are not supported here.",
        $"Move them to the [project] table of pyproject.toml; otherwise {OwnBackend}.");

    public static PackagingFinding BackendFile(string name, string backend) =>
        new(name, null, $"contains settings or code of {backend} that are not supported here.", $"Move the settings to pyproject.toml; otherwise {OwnBackend}.");

    public static PackagingFinding ManifestLine(string line) =>
        new("MANIFEST.in", null, $"'{line}' is not a command that setuptools supports.", "Correct or remove the line.");

    public static PackagingFinding PoetryDependency(TomlNode node) =>
        At(node, "has no equivalent that an index accepts.", "Write versions without '||', and no git repository, path or address; or list the dependency in project.dependencies.");

    public static PackagingFinding LicenseWithoutClassifier(TomlNode node) =>
        At(node, $"'{node.Text}' has a classifier that only poetry-core defines.", "Write license = \"…\" as an SPDX expression in [project], or list the classifiers there.");

    public static PackagingFinding NoSuchFolder(TomlNode node, string path) =>
        At(node, $"There is no folder '{path}'.", "Correct the path; it is relative to the folder of pyproject.toml.");

    public static PackagingFinding NoSuchPackage(TomlNode key, string path) =>
        At(key, $"names a package that does not exist: there is no '{path}'.", "Correct the name.");

    public static PackagingFinding Packages(string? declaredRoot, string expected, IReadOnlyList<string> candidates) => new(
        "project.name",
        null,
        candidates.Count == 0
            ? $"No package or module was found in {(declaredRoot is null ? "'src' or the project's folder" : declaredRoot.Length == 0 ? "the project's folder" : $"'./{declaredRoot}'")}."
            : $"It is unclear which of these belongs to the project: {string.Join(", ", candidates)}.",
        $"Name the package like the project, '{expected}/__init__.py', or the module '{expected}.py'. "
        + "To use another name, declare it in the backend's own table, for example tool.hatch.build.targets.wheel.packages or tool.setuptools.packages.");

    public static PackagingFinding NeedsBuild(string path) =>
        new(path, null, "belongs to an extension module, which must be built for each platform.", $"If it does not, move it out of the package; otherwise {OwnBackend}.");

    public static PackagingFinding SameName(IReadOnlyList<string> paths) => new(
        paths[0], null, $"Files have the same name on some or all file systems: {string.Join(", ", paths)}.", "Rename one.");

    public static PackagingFinding UnusableFileName(string path) =>
        new(path, null, "The name contains a control character or a backslash, which some systems cannot unpack.", "Rename the file.");

    public static PackagingFinding ExtraFileOutside(string target, IReadOnlyList<string> packages) => new(
        target, null, "This extra file would be outside the project's packages.", $"Start its path with one of: {string.Join(", ", packages.Select(package => package + "/"))}.");

    public static PackagingFinding NoSuchExtraFile(string target, string source) =>
        new(target, null, $"The extra file or folder '{source}' does not exist.", "Build it before packing, or correct the path.");

    public static PackagingFinding TooLarge(string path) =>
        new(path, null, "The wheel would contain 4 GiB or more, or over 65,534 files; no index accepts that.", "Leave out what users do not need.");
}

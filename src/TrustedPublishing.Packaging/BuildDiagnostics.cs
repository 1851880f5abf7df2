using TrustedPublishing.Packaging.Backends;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging;

/// <summary>The words about build steps and source files.</summary>
internal static partial class Diagnostics
{
    public static PackagingFinding BackendPath(TomlNode node) =>
        At(node, "The project brings its own build backend, which must run to build it.", $"Use an ordinary backend, or {OwnBackend}.");

    public static PackagingFinding UnknownBackend(TomlNode node) => At(
        node,
        $"'{node.Text}' may do anything while building.",
        $"For a pure-Python project use one of {string.Join(", ", BuildBackend.All.Select(backend => backend.Name))}; otherwise {OwnBackend}.");

    public static PackagingFinding BuildRequirement(TomlNode item, string backend) =>
        At(item, $"'{item.Text}' is needed while building, beyond {backend}: there is a build step.", $"Remove it if nothing needs it; otherwise {OwnBackend}.");

    public static PackagingFinding BuildInstruction(TomlNode node, string backend) =>
        At(node, $"is an instruction for {backend} that changes what is built, and is not followed here.", $"Remove it if the default would do; otherwise {OwnBackend}.");

    public static PackagingFinding SetuptoolsFile(string name) => new(
        name,
        null,
        name == "setup.py" ? "does more than call setup() without arguments." : "holds instructions for setuptools that are not followed here.",
        $"Move them to the [project] table of pyproject.toml; otherwise {OwnBackend}.");

    public static PackagingFinding BackendFile(string name, string backend) =>
        new(name, null, $"holds settings or code of {backend}, which are not followed here.", $"Move the settings to pyproject.toml; otherwise {OwnBackend}.");

    public static PackagingFinding ManifestLine(string line) =>
        new("MANIFEST.in", null, $"'{line}' is no command that setuptools knows.", "Correct or remove the line.");

    public static PackagingFinding PoetryDependency(TomlNode node) =>
        At(node, "has no equivalent that an index takes.", "Write versions without '||', and no git repository, path or address; or list the dependency in project.dependencies.");

    public static PackagingFinding LicenseWithoutClassifier(TomlNode node) =>
        At(node, $"'{node.Text}' has a classifier that only poetry-core knows.", "Write license = \"…\" as an SPDX expression in [project], or list the classifiers there.");

    public static PackagingFinding NoSuchFolder(TomlNode node, string path) =>
        At(node, $"There is no folder '{path}'.", "Correct the path; it starts at the folder of pyproject.toml.");

    public static PackagingFinding NoSuchPackage(TomlNode key, string path) =>
        At(key, $"names a package that does not exist: there is no '{path}'.", "Correct the name.");

    public static PackagingFinding Packages(string? declaredRoot, string expected, IReadOnlyList<string> candidates) => new(
        "project.name",
        null,
        candidates.Count == 0
            ? $"No package or module was found in {(declaredRoot is null ? "'src' or the project's folder" : declaredRoot.Length == 0 ? "the project's folder" : $"'./{declaredRoot}'")}."
            : $"Which of these belongs to the project is not clear: {string.Join(", ", candidates)}.",
        $"Name the package like the project, '{expected}/__init__.py', or the module '{expected}.py'. "
        + "Another name can be declared in the backend's own table, for example tool.hatch.build.targets.wheel.packages or tool.setuptools.packages.");

    public static PackagingFinding NeedsBuild(string path) =>
        new(path, null, "belongs to an extension module, which must be built for each platform.", $"Move it out of the package if it is not; otherwise {OwnBackend}.");

    public static PackagingFinding SameName(IReadOnlyList<string> paths) => new(
        paths[0], null, $"Two files have one name, on some file systems or on all: {string.Join(", ", paths)}.", "Rename one.");

    public static PackagingFinding UnusableFileName(string path) =>
        new(path, null, "The name holds a control character or a backslash, which not every system can unpack.", "Rename the file.");

    public static PackagingFinding ExtraFileOutside(string target, IReadOnlyList<string> packages) => new(
        target, null, "This extra file would lie outside the project's packages.", $"Let its path start with one of: {string.Join(", ", packages.Select(package => package + "/"))}.");

    public static PackagingFinding NoSuchExtraFile(string target, string source) =>
        new(target, null, $"The extra file or folder '{source}' does not exist.", "Build it before packing, or correct the path.");

    public static PackagingFinding TooLarge(string path) =>
        new(path, null, "The wheel would have to hold 4 GiB or more, or over 65,534 files; no index takes that.", "Leave out what users do not need.");
}

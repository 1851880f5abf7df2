using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging;

/// <summary>Messages about projects that cannot be packed: the problem, and what to change.</summary>
internal static partial class Diagnostics
{
    public const string OwnBackend = "build it with the project's own backend (`python -m build`) and publish those files with --distributions GLOB";

    public static string Summary(string file, IReadOnlyList<PackagingFinding> complaints) =>
        $"""
        The Python project of {file} cannot be packed; nothing was written. {(complaints.Count == 1 ? "One complaint" : $"{complaints.Count} complaints")}:
        {string.Join('\n', complaints.Select(complaint => $"  - {complaint}"))}
        """;

    public static PackagingFinding NoPyproject(string folder) =>
        new("pyproject.toml", null, $"There is none in {folder}.", "Set the folder that contains it, or create one with a [project] table.");

    public static PackagingFinding OnlySetuptoolsFile(string folder, string file) =>
        new("pyproject.toml", null, $"There is none in {folder}, only {file}, which setuptools has to run.", $"Create one with a [project] table; otherwise {OwnBackend}.");

    public static PackagingFinding PyprojectNotUtf8() =>
        new("pyproject.toml", null, "is not UTF-8 text, as TOML must be.", "Save it as UTF-8.");

    public static PackagingFinding NotToml(int line, string text) =>
        new("pyproject.toml", line, $"is not valid TOML: {text.TrimEnd('.')}.", "Correct the line.");

    public static PackagingFinding SourceDateEpoch(string text) =>
        new("SOURCE_DATE_EPOCH", null, $"'{text}' is not a number of seconds since 1970.", "Set it to the output of `git log -1 --format=%ct`, or remove the variable.");

    public static PackagingFinding SourceDate(DateTimeOffset time) =>
        new("PackagingOptions.SourceDate", null, $"The year {time.Year} is after 2107, the last year that ZIP files support.", "Use the time of the last commit.");

    public static PackagingFinding NoProjectTable() =>
        new("project", null, "There is no [project] table, so only the build backend can determine the metadata.",
            $"Add a [project] table with at least name and version, or {OwnBackend}.");

    public static PackagingFinding WrongType(TomlNode node, string expected) => At(node, $"is {node.Kind}, but must be {expected}.", "Correct the value.");

    public static PackagingFinding Missing(TomlNode table, string key) =>
        new($"{table.Path}.{key}", table.Line, $"is missing from the table [{table.Path}].", "Add it.");

    public static PackagingFinding UnknownKey(TomlNode node, string? meant) =>
        At(node, "is not a key of the [project] table.", meant is null ? "Remove it, or move it to the table of the tool that reads it." : $"Write '{meant}'.");

    public static PackagingFinding InvalidName(TomlNode node) =>
        At(node, $"'{node.Text}' is not a name that an index accepts.", "Use ASCII letters, digits, '.', '_' and '-', with a letter or digit at both ends.");

    public static PackagingFinding InvalidSummary(TomlNode node) =>
        At(node, "must be a single line of at most 512 characters; PyPI rejects anything else.", "Shorten it, and move the rest to the readme.");

    public static PackagingFinding InvalidSpecifiers(TomlNode node) =>
        At(node, $"'{node.Text}' is not a valid version specifier (PEP 440).", "Write it like '>=3.9'.");

    public static PackagingFinding StaticAndDynamic(TomlNode item, string key) =>
        At(item, $"lists '{key}', which also has a value.", "Remove one of the two.");

    public static PackagingFinding DynamicName(TomlNode item) => At(item, "lists 'name', which must be static.", "Write project.name, and remove it here.");

    public static PackagingFinding DynamicKey(TomlNode item) =>
        At(item, $"lists '{item.Text}', which only the project's own build backend can compute.", $"Write project.{item.Text} statically, or {OwnBackend}.");

    public static PackagingFinding VersionNotDynamic(TomlNode stated, string given) =>
        At(stated, $"is '{stated.Text}', but the build set the version '{given}'.", "Do not set a version, or replace the key with dynamic = [\"version\"].");

    public static PackagingFinding VersionNotGiven(TomlNode item) =>
        At(item, "lists 'version', but the build did not set one.", $"Set PackagingOptions.Version, or write project.version statically, or {OwnBackend}.");

    public static PackagingFinding NoVersion(string? given) => new(
        "project.version",
        null,
        "is missing.",
        given is null ? "Add it, or let the build set it: dynamic = [\"version\"]." : $"To use the build's version '{given}', write dynamic = [\"version\"].");

    public static PackagingFinding InvalidVersion(TomlNode node, string text) =>
        At(node, $"'{text}' is not a valid version (PEP 440).", "Use a version such as '1.2.3', '1.2.3rc1' or '1.2.3.dev4'.");

    public static PackagingFinding LocalVersion(TomlNode node, string text) =>
        At(node, $"'{text}' has a local part, which indexes reject.", "Remove the '+' and everything after it.");

    public static PackagingFinding Refused(Finding finding) =>
        new(finding.FileName ?? "metadata", null, $"PyPI would reject it: {finding.Text}", finding.Remedy);

    private static PackagingFinding At(TomlNode node, string text, string remedy) => new(node.Path, node.Line, text, remedy);
}

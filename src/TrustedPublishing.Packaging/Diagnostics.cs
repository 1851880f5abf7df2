using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging;

/// <summary>Every word that a user may read when a project cannot be packed: what is wrong, and what to change.</summary>
internal static partial class Diagnostics
{
    public const string OwnBackend = "build it with the project's own backend (`python -m build`) and publish those files with --distributions GLOB";

    public static string Summary(string file, IReadOnlyList<PackagingFinding> complaints) =>
        $"""
        The Python project of {file} cannot be packed; nothing was written. {(complaints.Count == 1 ? "One complaint" : $"{complaints.Count} complaints")}:
        {string.Join('\n', complaints.Select(complaint => $"  - {complaint}"))}
        """;

    public static PackagingFinding NoPyproject(string folder) =>
        new("pyproject.toml", null, $"There is none in {folder}.", "Point the build at the folder that holds it, or write one with a [project] table.");

    public static PackagingFinding PyprojectNotUtf8() =>
        new("pyproject.toml", null, "is not UTF-8 text, as TOML must be.", "Save it as UTF-8.");

    public static PackagingFinding NotToml(int line, string text) =>
        new("pyproject.toml", line, $"is not valid TOML: {text.TrimEnd('.')}.", "Correct the line.");

    public static PackagingFinding SourceDateEpoch(string text) =>
        new("SOURCE_DATE_EPOCH", null, $"'{text}' is no number of seconds since 1970.", "Set it to what `git log -1 --format=%ct` prints, or remove the variable.");

    public static PackagingFinding SourceDate(DateTimeOffset time) =>
        new("PackagingOptions.SourceDate", null, $"The year {time.Year} is beyond 2107, where the time of ZIP files ends.", "Give the time of the last commit.");

    public static PackagingFinding NoProjectTable() =>
        new("project", null, "There is no [project] table, so all metadata is in the hands of the build backend.",
            $"Write a [project] table with at least name and version, or {OwnBackend}.");

    public static PackagingFinding WrongType(TomlNode node, string expected) => At(node, $"is {node.Kind}, but must be {expected}.", "Correct the value.");

    public static PackagingFinding Missing(TomlNode table, string key) =>
        new($"{table.Path}.{key}", table.Line, $"is missing from the table [{table.Path}].", "Add it.");

    public static PackagingFinding UnknownKey(TomlNode node, string? meant) =>
        At(node, "is not a key of the [project] table.", meant is null ? "Remove it, or move it to the table of the tool that reads it." : $"Write '{meant}'.");

    public static PackagingFinding InvalidName(TomlNode node) =>
        At(node, $"'{node.Text}' is no name that an index accepts.", "Use ASCII letters, digits, '.', '_' and '-', with a letter or digit at both ends.");

    public static PackagingFinding InvalidSummary(TomlNode node) =>
        At(node, "must be one line of at most 512 characters; PyPI refuses others.", "Shorten it, and put the rest into the readme.");

    public static PackagingFinding InvalidSpecifiers(TomlNode node) =>
        At(node, $"'{node.Text}' is no set of version specifiers (PEP 440).", "Write it like '>=3.9'.");

    public static PackagingFinding StaticAndDynamic(TomlNode item, string key) =>
        At(item, $"lists '{key}', which is also given a value.", "Remove one of the two.");

    public static PackagingFinding DynamicName(TomlNode item) => At(item, "lists 'name', which must be static.", "Write project.name, and remove it here.");

    public static PackagingFinding DynamicKey(TomlNode item) =>
        At(item, $"lists '{item.Text}', which only the project's own build backend can compute.", $"Write project.{item.Text} statically, or {OwnBackend}.");

    public static PackagingFinding VersionNotDynamic(TomlNode stated, string given) =>
        At(stated, $"is '{stated.Text}', but the build gave the version '{given}'.", "Give no version, or replace the key by dynamic = [\"version\"].");

    public static PackagingFinding VersionNotGiven(TomlNode item) =>
        At(item, "lists 'version', and the build gave none.", $"Set PackagingOptions.Version, or write project.version statically, or {OwnBackend}.");

    public static PackagingFinding NoVersion(string? given) => new(
        "project.version",
        null,
        "is missing.",
        given is null ? "Write it, or let the build give it: dynamic = [\"version\"]." : $"To take the build's version '{given}', write dynamic = [\"version\"].");

    public static PackagingFinding InvalidVersion(TomlNode node, string text) =>
        At(node, $"'{text}' is no version (PEP 440).", "Write it like '1.2.3', '1.2.3rc1' or '1.2.3.dev4'.");

    public static PackagingFinding LocalVersion(TomlNode node, string text) =>
        At(node, $"'{text}' has a local part, which indexes refuse.", "Remove everything from '+' on.");

    public static PackagingFinding Refused(Finding finding) =>
        new(finding.FileName ?? "metadata", null, $"PyPI would refuse it: {finding.Text}", finding.Remedy);

    private static PackagingFinding At(TomlNode node, string text, string remedy) => new(node.Path, node.Line, text, remedy);
}

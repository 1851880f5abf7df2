using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging;

/// <summary>Messages about the optional keys of <c>[project]</c>.</summary>
internal static partial class Diagnostics
{
    public static PackagingFinding ReadmeTable(TomlNode table) =>
        At(table, "must contain either 'file' or 'text', and 'content-type'.", "Give the file name as a string, for example readme = \"README.md\".");

    public static PackagingFinding ReadmeContentType(TomlNode node, string? type) => At(
        node,
        type is null ? "lacks 'content-type'." : $"'{type}' is not a content type that PyPI renders.",
        "Use text/markdown, text/x-rst or text/plain, with no charset or UTF-8.");

    public static PackagingFinding ReadmeExtension(TomlNode node, string path) =>
        At(node, $"The extension of '{path}' does not identify its content type.", "Use .md, .rst or .txt, or write readme = {file = …, content-type = …}.");

    public static PackagingFinding OutsideProject(TomlNode node, string path) =>
        At(node, $"'{path}' is outside the project's folder, so an sdist cannot contain it.", "Use a path below the folder of pyproject.toml, with '/'; copy the file there.");

    public static PackagingFinding NoSuchFile(TomlNode node, string path) =>
        At(node, $"There is no file '{path}'.", "Correct the path; it is relative to the folder of pyproject.toml.");

    public static PackagingFinding NotUtf8(TomlNode node, string path) => At(node, $"'{path}' is not UTF-8 text.", "Save it as UTF-8.");

    public static PackagingFinding LicenseTable(TomlNode table) =>
        At(table, "must be an SPDX expression, or (deprecated) a table of either 'file' or 'text'.", "Write, for example, license = \"MIT\" (PEP 639).");

    public static PackagingFinding InvalidLicense(TomlNode node, string complaint) =>
        At(node, $"is not an SPDX expression: {complaint}.", "Use identifiers from the SPDX list, for example \"MIT\" or \"MIT OR Apache-2.0\" (PEP 639).");

    public static PackagingFinding InvalidGlob(TomlNode node) => At(
        node, $"'{node.Text}' is not a valid pattern (PEP 639).", "Use letters, digits, '_', '-', '.', '*', '?', '**' and '[a-z]', with '/' between folders and no '..'.");

    public static PackagingFinding GlobWithoutMatch(TomlNode node) => At(node, $"'{node.Text}' matches no file.", "Correct the pattern, or remove it.");

    public static PackagingFinding LicenseClassifier(TomlNode node, string expression) =>
        At(node, $"'{node.Text}' contradicts or repeats license = \"{expression}\" (PEP 639).", "Remove the classifier.");

    public static PackagingFinding PrivateClassifier(TomlNode node) =>
        At(node, $"'{node.Text}' makes every index reject the upload.", "Remove it to publish; keep it to prevent publishing.");

    public static PackagingFinding PersonKeys(TomlNode node) =>
        At(node, "Each entry must be a table with 'name', 'email' or both.", "Write, for example, {name = \"Ada\", email = \"ada@example.org\"}.");

    public static PackagingFinding PersonName(TomlNode node) =>
        At(node, $"'{node.Text}' is not allowed as a name: it is empty or contains a comma or control characters.", "Write one person per entry, without commas.");

    public static PackagingFinding PersonEmail(TomlNode node) =>
        At(node, $"'{node.Text}' is not an email address.", "Write only the address, such as ada@example.org.");

    public static PackagingFinding InvalidKeyword(TomlNode node) =>
        At(node, $"'{node.Text}' contains a comma or line break, which separate keywords.", "Write one keyword per entry.");

    public static PackagingFinding UrlLabel(TomlNode node) => At(node, "The label must have 1 to 32 characters and no comma.", "Shorten it.");

    public static PackagingFinding UrlValue(TomlNode node) => At(node, $"'{node.Text}' is not an http or https URL.", "Write the complete URL.");

    public static PackagingFinding EntryPointGroup(TomlNode node, string name) => At(
        node,
        name is "console_scripts" or "gui_scripts" ? "would be ambiguous and is forbidden by the specification." : $"'{name}' is not a valid group name.",
        name switch
        {
            "console_scripts" => "Move the entries to [project.scripts].",
            "gui_scripts" => "Move the entries to [project.gui-scripts].",
            _ => "Use letters, digits and '_', with '.' between parts.",
        });

    public static PackagingFinding EntryPointName(TomlNode node, string name, bool isScript) =>
        At(node, $"'{name}' is not a valid entry point name.", isScript ? "Use letters, digits, '_', '.' and '-'." : "Remove '=', a leading '[', and leading or trailing spaces.");

    public static PackagingFinding EntryPointReference(TomlNode node, bool isScript) =>
        At(node, $"'{node.Text}' is not a valid object reference.", isScript ? "Use the form 'package.module:function'." : "Use the form 'package.module' or 'package.module:object'.");

    public static PackagingFinding InvalidRequirement(TomlNode node) =>
        At(node, $"'{node.Text}' is not a valid dependency specifier (PEP 508).", "Use the form 'name[extra] >= 1.2; python_version < \"3.12\"'.");

    public static PackagingFinding DirectReference(TomlNode node) =>
        At(node, $"'{node.Text}' is a direct reference, which PyPI rejects.", "Depend on a released version of the project.");

    public static PackagingFinding InvalidExtra(TomlNode node, string name, string normal) =>
        At(node, $"'{name}' is not a valid extra name, or repeats '{normal}'.", "Use letters, digits and '-', once each (PEP 685).");

    public static PackagingFinding InvalidImportName(TomlNode node) =>
        At(node, $"'{node.Text}' is not a valid import name (PEP 794).", "Use the form 'package.module' or 'package._module; private'.");

    public static PackagingFinding ImportNameTwice(TomlNode node) =>
        At(node, $"'{node.Text}' appears twice in import-names and import-namespaces.", "Remove one.");

    public static PackagingFinding ImportNameParent(TomlNode node, string parent) =>
        At(node, $"'{node.Text}' needs its parent '{parent}' (PEP 794).", "Add it to import-names, or to import-namespaces if other projects share it.");
}

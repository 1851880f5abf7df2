using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging;

/// <summary>The words about the optional keys of <c>[project]</c>.</summary>
internal static partial class Diagnostics
{
    public static PackagingFinding ReadmeTable(TomlNode table) =>
        At(table, "must hold either 'file' or 'text', and 'content-type'.", "Name the file as a string, for example readme = \"README.md\".");

    public static PackagingFinding ReadmeContentType(TomlNode node, string? type) => At(
        node,
        type is null ? "lacks 'content-type'." : $"'{type}' is no content type that PyPI renders.",
        "Use text/markdown, text/x-rst or text/plain, with no charset or UTF-8.");

    public static PackagingFinding ReadmeExtension(TomlNode node, string path) =>
        At(node, $"The extension of '{path}' does not say what it is.", "Use .md, .rst or .txt, or write readme = {file = …, content-type = …}.");

    public static PackagingFinding OutsideProject(TomlNode node, string path) =>
        At(node, $"'{path}' leads out of the project's folder, and an sdist cannot hold that.", "Name a path below the folder of pyproject.toml, with '/'; copy the file there.");

    public static PackagingFinding NoSuchFile(TomlNode node, string path) =>
        At(node, $"There is no file '{path}'.", "Correct the path; it starts at the folder of pyproject.toml.");

    public static PackagingFinding NotUtf8(TomlNode node, string path) => At(node, $"'{path}' is not UTF-8 text.", "Save it as UTF-8.");

    public static PackagingFinding LicenseTable(TomlNode table) =>
        At(table, "must be an SPDX expression, or (deprecated) a table of either 'file' or 'text'.", "Write for example license = \"MIT\" (PEP 639).");

    public static PackagingFinding InvalidLicense(TomlNode node, string complaint) =>
        At(node, $"is no SPDX expression: {complaint}.", "Write it with identifiers of the SPDX list, for example \"MIT\" or \"MIT OR Apache-2.0\" (PEP 639).");

    public static PackagingFinding InvalidGlob(TomlNode node) => At(
        node, $"'{node.Text}' is no pattern of PEP 639.", "Use letters, digits, '_', '-', '.', '*', '?', '**' and '[a-z]', with '/' between folders and no '..'.");

    public static PackagingFinding GlobWithoutMatch(TomlNode node) => At(node, $"'{node.Text}' matches no file.", "Correct the pattern, or remove it.");

    public static PackagingFinding LicenseClassifier(TomlNode node, string expression) =>
        At(node, $"'{node.Text}' contradicts or repeats license = \"{expression}\" (PEP 639).", "Remove the classifier.");

    public static PackagingFinding PrivateClassifier(TomlNode node) =>
        At(node, $"'{node.Text}' makes every index refuse the upload.", "Remove it to publish; keep it and do not publish.");

    public static PackagingFinding PersonKeys(TomlNode node) =>
        At(node, "Each entry must be a table with 'name', 'email' or both.", "Write for example {name = \"Ada\", email = \"ada@example.org\"}.");

    public static PackagingFinding PersonName(TomlNode node) =>
        At(node, $"'{node.Text}' cannot be a name here: empty, with a comma, or with control characters.", "Write one person per entry, without commas.");

    public static PackagingFinding PersonEmail(TomlNode node) =>
        At(node, $"'{node.Text}' is no e-mail address.", "Write it like ada@example.org, without a name.");

    public static PackagingFinding InvalidKeyword(TomlNode node) =>
        At(node, $"'{node.Text}' holds a comma or line break, which separate keywords.", "Write one keyword per entry.");

    public static PackagingFinding UrlLabel(TomlNode node) => At(node, "The label must have 1 to 32 characters and no comma.", "Shorten it.");

    public static PackagingFinding UrlValue(TomlNode node) => At(node, $"'{node.Text}' is no http or https address.", "Write the whole address.");

    public static PackagingFinding EntryPointGroup(TomlNode node, string name) => At(
        node,
        name is "console_scripts" or "gui_scripts" ? "would be ambiguous, and the specification forbids it." : $"'{name}' is no name of a group.",
        name switch
        {
            "console_scripts" => "Move the entries to [project.scripts].",
            "gui_scripts" => "Move the entries to [project.gui-scripts].",
            _ => "Use letters, digits and '_', with '.' between parts.",
        });

    public static PackagingFinding EntryPointName(TomlNode node, string name, bool isScript) =>
        At(node, $"'{name}' is no name of an entry point.", isScript ? "Use letters, digits, '_', '.' and '-'." : "Leave out '=', '[' at the start, and spaces at the ends.");

    public static PackagingFinding EntryPointReference(TomlNode node, bool isScript) =>
        At(node, $"'{node.Text}' is no object reference.", isScript ? "Write it like 'package.module:function'." : "Write it like 'package.module' or 'package.module:object'.");

    public static PackagingFinding InvalidRequirement(TomlNode node) =>
        At(node, $"'{node.Text}' is no dependency specifier (PEP 508).", "Write it like 'name[extra] >= 1.2; python_version < \"3.12\"'.");

    public static PackagingFinding DirectReference(TomlNode node) =>
        At(node, $"'{node.Text}' is a direct reference, and PyPI refuses those.", "Depend on a released version of the project.");

    public static PackagingFinding InvalidExtra(TomlNode node, string name, string normal) =>
        At(node, $"'{name}' is no name of an extra, or is '{normal}' a second time.", "Use letters, digits and '-', once each (PEP 685).");

    public static PackagingFinding InvalidImportName(TomlNode node) =>
        At(node, $"'{node.Text}' is no import name (PEP 794).", "Write it like 'package.module' or 'package._module; private'.");

    public static PackagingFinding ImportNameTwice(TomlNode node) =>
        At(node, $"'{node.Text}' stands twice in import-names and import-namespaces.", "Remove one.");

    public static PackagingFinding ImportNameParent(TomlNode node, string parent) =>
        At(node, $"'{node.Text}' needs its parent '{parent}' (PEP 794).", "Add that to import-names, or to import-namespaces if it is shared with other projects.");
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>Generates the <c>pyproject.toml</c> of a .NET project that has none, from the properties of its NuGet package.</summary>
internal static partial class GeneratedProject
{
    private static readonly string[] Licenses = ["LICENSE", "LICENSE.txt", "LICENSE.md"];

    /// <summary>Writes it to a folder, together with the readme and the licence.</summary>
    /// <returns>The folder.</returns>
    public static string Write(string folder, DotNetProject project, string root)
    {
        EmptyFolder.Create(folder);
        var readme = Copy(folder, project, root, "PackageReadmeFile");
        var license = Copy(folder, project, root, "PackageLicenseFile")
            ?? Licenses.Select(name => Find(project, root, name)).OfType<string>().Take(1).Select(file => Copy(folder, file)).FirstOrDefault();
        File.WriteAllText(Path.Combine(folder, "pyproject.toml"), Text(project, readme, license));
        return folder;
    }

    private static string Text(DotNetProject project, string? readme, string? license)
    {
        var text = new StringBuilder("[project]\ndynamic = [\"version\"]\nrequires-python = \">=3.8\"\n");
        Append(text, "name", project["PackageId"]);
        Append(text, "description", string.Join(' ', project["Description"].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Append(text, "readme", readme ?? "");
        Append(text, "license", project["PackageLicenseExpression"]);
        text.Append(license is null ? "" : $"license-files = [{Quoted(license)}]\n");
        var authors = Split(project["Authors"], ';', ',').Where(author => author != project["AssemblyName"]).Select(author => $"{{ name = {Quoted(author)} }}").ToList();
        text.Append(authors.Count == 0 ? "" : $"authors = [{string.Join(", ", authors)}]\n");
        var tags = Split(project["PackageTags"], ';', ' ', ',', '\n', '\r', '\t').Select(Quoted).ToList();
        text.Append(tags.Count == 0 ? "" : $"keywords = [{string.Join(", ", tags)}]\n");
        text.Append("\n[project.urls]\n");
        Append(text, "Homepage", Address(project["PackageProjectUrl"]));
        Append(text, "Repository", Address(project["RepositoryUrl"]));
        return text.ToString();
    }

    private static string[] Split(string list, params char[] separators) => list.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Append(StringBuilder text, string key, string value) => text.Append(value.Length == 0 ? "" : $"{key} = {Quoted(value)}\n");

    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(c => c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : $"{c}"))}\"";

    /// <summary>An address in the form that PyPI accepts; otherwise empty. A repository's address may be for git over SSH.</summary>
    private static string Address(string url) =>
        SecureShell().Match(url.Trim()) is { Success: true } git ? $"https://{git.Groups["host"].Value}/{git.Groups["path"].Value}"
        : Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? url.Trim()
        : "";

    /// <summary>Copies the file that a property names and returns its name; null if the property is not set.</summary>
    private static string? Copy(string folder, DotNetProject project, string root, string property) =>
        project[property] is not { Length: > 0 } name ? null
        : Find(project, root, name) is { } file ? Copy(folder, file)
        : throw new Failure($"{property} of {project.File} is '{name}', which is neither next to the project nor in {root}. Move it there, or add a pyproject.toml.");

    private static string Copy(string folder, string file)
    {
        var name = Path.GetFileName(file);
        File.Copy(file, Path.Combine(folder, name), overwrite: true);
        return name;
    }

    /// <summary>
    /// A file next to the project, in the repository's root, or found by its name alone: the property contains its path within the package.
    /// </summary>
    private static string? Find(DotNetProject project, string root, string name) =>
        (from part in new[] { name.Replace('\\', '/'), Path.GetFileName(name.Replace('\\', '/')) }
         from folder in new[] { project.Folder, root }
         select Path.GetFullPath(Path.Join(folder, part))).FirstOrDefault(File.Exists);

    [GeneratedRegex(@"\A(?:ssh://)?git@(?<host>[\w.-]+)[:/](?<path>\S+?)(?:\.git)?\z")]
    private static partial Regex SecureShell();
}

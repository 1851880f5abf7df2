using System.Globalization;
using System.Text;
using Nuke.Common.IO;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>Writes the <c>pyproject.toml</c> of a .NET project that has none, from the properties that its NuGet package would have.</summary>
internal static class GeneratedProject
{
    private static readonly string[] Licenses = ["LICENSE", "LICENSE.txt", "LICENSE.md"];

    /// <summary>Writes it into a folder, with the readme and the licence beside it.</summary>
    /// <returns>The folder.</returns>
    public static AbsolutePath Write(AbsolutePath folder, DotNetProject project, AbsolutePath root)
    {
        folder.CreateOrCleanDirectory();
        var readme = Copied(folder, project, root, [project["PackageReadmeFile"]], isRequired: true);
        Copied(folder, project, root, project["PackageLicenseFile"] is { Length: > 0 } license ? [license] : Licenses, isRequired: false);
        (folder / "pyproject.toml").WriteAllText(Text(project, readme));
        return folder;
    }

    private static string Text(DotNetProject project, string? readme)
    {
        var text = new StringBuilder("[project]\ndynamic = [\"version\"]\nrequires-python = \">=3.8\"\n");
        Append(text, "name", project["PackageId"]);
        Append(text, "description", string.Join(' ', project["Description"].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Append(text, "readme", readme ?? "");
        Append(text, "license", project["PackageLicenseExpression"]);
        var authors = Parts(project["Authors"], ';', ',').Where(author => author != project["AssemblyName"]).Select(author => $"{{ name = {Quoted(author)} }}").ToList();
        text.Append(authors.Count == 0 ? "" : $"authors = [{string.Join(", ", authors)}]\n");
        var tags = Parts(project["PackageTags"], ';', ' ', ',').Select(Quoted).ToList();
        text.Append(tags.Count == 0 ? "" : $"keywords = [{string.Join(", ", tags)}]\n");
        text.Append("\n[project.urls]\n");
        Append(text, "Homepage", project["PackageProjectUrl"]);
        Append(text, "Repository", project["RepositoryUrl"]);
        return text.ToString();
    }

    private static string[] Parts(string list, params char[] separators) => list.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Append(StringBuilder text, string key, string value) => text.Append(value.Length == 0 ? "" : $"{key} = {Quoted(value)}\n");

    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(c => c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : $"{c}"))}\"";

    /// <summary>Copies the first of the files that lies beside the project or in the repository's root; its name, or null.</summary>
    private static string? Copied(AbsolutePath folder, DotNetProject project, AbsolutePath root, IReadOnlyList<string> names, bool isRequired)
    {
        foreach (var name in names.Where(name => name.Length > 0))
        {
            var found = new[] { project.File.Parent / name, root / name }.FirstOrDefault(file => file.FileExists());
            if (found is not null)
            {
                File.Copy(found, folder / found.Name);
                return found.Name;
            }

            if (isRequired)
            {
                throw new Failure($"PackageReadmeFile of {project.File} is '{name}', which is neither next to the project nor in {root}. Move it there, or add a pyproject.toml.");
            }
        }

        return null;
    }
}

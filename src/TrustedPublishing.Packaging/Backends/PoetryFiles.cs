using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// The files that poetry-core ships (<see href="https://python-poetry.org/docs/pyproject/#packages"/>): the packages, and <c>include</c>, which
/// applies to sdists unless its <c>format</c> says otherwise; except for what <c>exclude</c> or git excludes.
/// </summary>
internal static class PoetryFiles
{
    private const GlobRules Rules = GlobRules.Sets;

    public static Selection Select(ProjectTree tree, TomlNode? table, StaticProject project, FindingList complaints)
    {
        var selection = new Selection(tree);
        var reading = new TableReading(table, complaints);
        var packages = Packages(tree, reading, project.Name, complaints);
        var includes = Items(reading, "include", "path", "sdist", complaints);
        var ignored = PoetryIgnored.Read(tree.Folder);
        foreach (var format in new[] { "wheel", "sdist" })
        {
            var extra = includes.Where(include => include.Formats.Contains(format)).SelectMany(include => Expand(tree, include.Path)).ToHashSet();
            var excluded = reading.Texts("exclude").SelectMany(pattern => Expand(tree, pattern.Text!)).Except(extra).ToHashSet();
            foreach (var package in packages.Where(package => package.Formats.Contains(format)))
            {
                foreach (var file in package.Files(tree).Where(file => !excluded.Contains(file) && (extra.Contains(file) || !ignored(file))))
                {
                    Add(selection, format, package.Target(file), file);
                }
            }

            foreach (var file in extra)
            {
                Add(selection, format, file, file);
            }
        }

        selection.AddToSdist(project.ReferencedFiles);
        return selection;
    }

    private static void Add(Selection selection, string format, string inWheel, string file)
    {
        if (format == "wheel")
        {
            selection.AddToWheel(inWheel, file);
        }
        else
        {
            selection.AddToSdist(file, file);
        }
    }

    private static IEnumerable<string> Expand(ProjectTree tree, string pattern) => ProjectPath.Normalize(pattern) is { } path ? tree.Expand(path, Rules) : [];

    private static List<PoetryPackage> Packages(ProjectTree tree, TableReading reading, string projectName, FindingList complaints)
    {
        if (reading.Node("packages") is { } node)
        {
            var stated = Items(reading, "packages", "include", null, complaints);
            foreach (var missing in stated.Where(package => !package.Files(tree).Any()))
            {
                complaints.Add(Diagnostics.NoSuchPackage(node, ProjectPath.Join(missing.From, missing.Path)));
            }

            return stated;
        }

        var name = ProjectName.InFileName(projectName);
        PoetryPackage[] places = [new(name, ""), new($"{name}.py", ""), new(name, "src"), new($"{name}.py", "src")];
        var found = Array.FindAll(places, place => place.Files(tree).Any());
        if (found.Length == 0 || (found.Length > 1 && found[0].From == found[1].From))
        {
            complaints.Add(Diagnostics.Packages("src", name, [.. found.Select(place => ProjectPath.Join(place.From, place.Path))]));
        }

        return found.Length == 0 ? [] : [found[0]];
    }

    private static List<PoetryPackage> Items(TableReading reading, string key, string pathKey, string? defaultFormat, FindingList complaints)
    {
        var items = new List<PoetryPackage>();
        foreach (var node in reading.Node(key)?.Items ?? [])
        {
            var item = new TableReading(node, complaints);
            var path = node.Text ?? item.Text(pathKey)?.Text;
            var (from, to) = (item.Text("from")?.Text ?? "", item.Text("to")?.Text ?? "");
            if (path is null)
            {
                complaints.Add(Diagnostics.WrongType(node, $"a string, or a table with '{pathKey}'"));
            }
            else if (ProjectPath.Normalize(path) is not { } inside || ProjectPath.Normalize(from) is not { } root || ProjectPath.Normalize(to) is not { } target)
            {
                complaints.Add(Diagnostics.OutsideProject(node, path));
            }
            else
            {
                items.Add(new(inside, root) { To = target, Formats = Formats(item, defaultFormat) });
            }
        }

        return items;
    }

    private static IReadOnlyList<string> Formats(TableReading item, string? defaultFormat) => item.Node("format") switch
    {
        { Text: { } one } => [one],
        { Items: not null } => [.. item.Texts("format").Select(node => node.Text!)],
        _ => defaultFormat is null ? ["sdist", "wheel"] : [defaultFormat],
    };
}

/// <summary>An entry of <c>packages</c> or <c>include</c>.</summary>
/// <param name="Path">The file, folder or pattern.</param>
/// <param name="From">The folder in which it starts, which wheels omit.</param>
internal sealed record PoetryPackage(string Path, string From)
{
    /// <summary>The folder in the wheel; empty: its root.</summary>
    public string To { get; init; } = "";

    public IReadOnlyList<string> Formats { get; init; } = ["sdist", "wheel"];

    public IEnumerable<string> Files(ProjectTree tree) => tree.Expand(ProjectPath.Join(From, Path), GlobRules.Sets);

    public string Target(string file) => ProjectPath.Join(To, ProjectPath.Below(From, file));
}

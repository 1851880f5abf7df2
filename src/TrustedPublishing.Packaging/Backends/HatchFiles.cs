using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>The files that hatchling ships: for each target, the selected files, renamed by <c>sources</c>, and the forced ones.</summary>
internal static class HatchFiles
{
    /// <summary>Folders that hatchling never visits.</summary>
    private static readonly HashSet<string> Unvisited = [".hatch", ".ruff_cache", ".pytest_cache", ".mypy_cache", ".pixi"];

    public static Selection Select(ProjectTree tree, TomlNode? table, StaticProject project, FindingList complaints)
    {
        var selection = new Selection(tree);
        var ignored = HatchIgnored.Read(tree.Folder);
        var build = table?.Find("build");
        var wheel = new HatchTarget(build, "wheel", complaints);
        var chosen = HatchDefaults.ForWheel(tree, wheel, project, complaints);
        foreach (var (path, file) in Files(tree, wheel, chosen, ignored, complaints))
        {
            selection.AddToWheel(path, file);
        }

        foreach (var (path, file) in Forced(tree, wheel.Map("shared-data"), complaints))
        {
            selection.AddToWheel($"{project.Stem}.data/data/{path}", file);
        }

        var sdist = new HatchTarget(build, "sdist", complaints);
        var sources = HatchChoice.FromTarget(sdist);
        foreach (var (path, file) in Files(tree, sdist, sources, ignored, complaints))
        {
            selection.AddToSdist(path, file);
        }

        selection.AddToSdist(project.ReferencedFiles);
        foreach (var file in ignored.Files)
        {
            selection.AddToSdist(ProjectPath.Name(file), file);
        }

        return selection;
    }

    private static IEnumerable<(string Path, string File)> Files(
        ProjectTree tree, HatchTarget target, HatchChoice choice, HatchIgnored ignored, FindingList complaints)
    {
        var sources = target.Sources(choice.Packages);
        var forced = Forced(tree, target.Map("force-include"), complaints).Select(item => (Path: Renamed(item.Path, sources), item.File)).ToList();
        var reserved = forced.Select(item => Renamed(item.File, sources)).ToHashSet(StringComparer.Ordinal);
        string[] excluded = ["*.py[cdo]", "/dist", .. target.Flag("ignore-vcs") ? [] : ignored.Patterns, .. target.Texts("exclude")];
        var exclude = new GitIgnore(excluded);
        var artifacts = new GitIgnore([.. target.Texts("artifacts"), .. target.VersionFiles.Select(path => $"/{path}")]);
        var include = new GitIgnore([.. choice.Include, .. choice.Packages.Select(package => $"/{package}/")]);
        var roots = choice.OnlyInclude.Count > 0 ? choice.OnlyInclude : choice.Packages;
        var walked = roots.Count == 0 ? tree.Files : roots.SelectMany(root => tree.HasFile(root) ? [root] : tree.Under(root));
        var chosen = walked.Where(IsVisited).Where(file => roots.Contains(file) || artifacts.IsMatch(file) || (IsInPackage(file) && IsChosen(file)));
        return chosen.Select(file => (Path: Renamed(file, sources), file)).Where(item => !reserved.Contains(item.Path)).Concat(forced);

        bool IsChosen(string file) => !choice.ExcludesAll && !exclude.IsMatch(file) && (roots.Count > 0 || include.IsEmpty || include.IsMatch(file));

        bool IsInPackage(string file) => !target.Flag("only-packages") || tree.HasFile(ProjectPath.Join(ProjectPath.Parent(file), "__init__.py"));

        bool IsVisited(string file) => !file.Split('/')[..^1].Any(Unvisited.Contains)
            && !(roots.Count == 0 && target.Flag("skip-excluded-dirs") && ProjectPath.Parents(file).Any(folder => exclude.IsMatch($"{folder}/")));
    }

    /// <summary>Each file or folder in a table of paths, and its destination.</summary>
    private static IEnumerable<(string Path, string File)> Forced(
        ProjectTree tree, IReadOnlyList<KeyValuePair<string, TomlNode>> map, FindingList complaints)
    {
        foreach (var (source, node) in map)
        {
            var (from, to) = (ProjectPath.Normalize(source), ProjectPath.Normalize(node.Text!.Trim('/')));
            if (from is null || to is null)
            {
                complaints.Add(Diagnostics.OutsideProject(node, from is null ? source : node.Text));
            }
            else if (tree.HasFile(from))
            {
                yield return (to, from);
            }
            else if (!tree.Folder.HasFolder(from))
            {
                complaints.Add(Diagnostics.NoSuchFile(node, source));
            }
            else
            {
                foreach (var file in tree.Under(from))
                {
                    yield return (ProjectPath.Join(to, ProjectPath.Below(from, file)), file);
                }
            }
        }
    }

    private static string Renamed(string path, IReadOnlyList<(string From, string To)> sources)
    {
        var match = sources.Where(source => path.StartsWith(source.From, StringComparison.Ordinal)).Take(1).ToList();
        return match is [var (from, to)] ? to + path[from.Length..] : path;
    }
}

using System.Text.RegularExpressions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>Everything that <c>src/README.md</c> names exists.</summary>
public sealed partial class TheMapOfTheCode
{
    private static readonly string Source = Path.Combine(RepositoryRoot.Path, "src");

    private static readonly string Map = File.ReadAllText(Path.Combine(Source, "README.md"));

    [Fact]
    public void NamesFoldersThatExist()
    {
        foreach (var (project, folders) in Rows().Select(row => (row[0], Names(row[1]))))
        {
            Assert.All(folders, folder => Assert.True(Directory.Exists(Path.Combine(Source, project, folder)), $"{project}/{folder}"));
        }
    }

    [Fact]
    public void NamesEveryFolder()
    {
        foreach (var (project, folders) in Rows().Select(row => (row[0], Names(row[1]))))
        {
            var present = Directory.EnumerateFiles(Path.Combine(Source, project), "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Path.Combine(Source, project), file).Split(Path.DirectorySeparatorChar)).Where(parts => parts.Length > 1).Select(parts => parts[0]);
            Assert.Equal(folders.Order(StringComparer.Ordinal), present.Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void NamesPathsThatExist()
    {
        var paths = Names(Map).Where(name => name.Contains('/', StringComparison.Ordinal) && !name.StartsWith("tests/", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Exists(path), path));
    }

    [Fact]
    public void NamesTypesThatExist()
    {
        var types = ArrowsBetweenFolders.Assemblies.SelectMany(row => System.Reflection.Assembly.LoadFrom(row.Data).GetTypes()).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        string[] named = [.. Names(Map).Select(name => name.Split('.', '/')).Where(parts => parts is not ["TrustedPublishing", ..] and not [_, "md"]).Select(parts => parts[0]).Where(name => Type().IsMatch(name))];

        Assert.Contains("Publisher", named);
        Assert.All(named, name => Assert.True(types.Contains(name) || Directory.EnumerateDirectories(Source).Any(project => Directory.Exists(Path.Combine(project, name))), name));
    }

    /// <summary>A path is a folder, or a file without its extension, under <c>src</c> or one of its projects.</summary>
    private static bool Exists(string path) => Directory.EnumerateDirectories(Source).Prepend(Source)
        .Select(folder => Path.Combine(folder, path)).Any(full => Directory.Exists(full) || File.Exists(full + ".cs"));

    private static IEnumerable<string[]> Rows() =>
        Map.Split('\n').Where(line => line.StartsWith("| `TrustedPublishing", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..3])
            .Select(cells => (Project: cells[0].Trim('`'), Cells: cells[1])).Where(row => Directory.Exists(Path.Combine(Source, row.Project))).Select(row => new[] { row.Project, row.Cells });

    private static string[] Names(string text) => [.. Code().Matches(text).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex("`(?<name>[A-Za-z0-9_./-]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\A[A-Z][a-z]+[A-Za-z]*\z")]
    private static partial Regex Type();
}

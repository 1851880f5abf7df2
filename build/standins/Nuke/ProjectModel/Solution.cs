using System.Text.RegularExpressions;
using System.Xml.Linq;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.ProjectModel;

/// <summary>A .sln or .slnx file and its projects.</summary>
public partial class Solution : IAbsolutePathHolder
{
    private readonly List<Project> _projects;

    internal Solution(AbsolutePath path)
    {
        Path = path;
        _projects = (path.HasExtension(".slnx") ? FromXml(path) : FromText(path)).Select(x => new Project(x.Name, x.Path, this)).ToList();
    }

    public AbsolutePath Path { get; set; }

    public string Name => Path?.NameWithoutExtension;

    public string FileName => Path?.Name;

    public AbsolutePath Directory => Path?.Parent;

    public IReadOnlyCollection<Project> AllProjects => _projects;

    public static implicit operator string(Solution solution) => solution.Path;

    public static implicit operator AbsolutePath(Solution solution) => solution.Path;

    public IEnumerable<Project> GetAllProjects(string wildcardPattern)
    {
        var pattern = new Regex($"^{wildcardPattern.Replace(".", "\\.").Replace("*", ".*")}$");
        return _projects.Where(x => pattern.IsMatch(x.Name));
    }

    private static IEnumerable<(string Name, string Path)> FromXml(AbsolutePath file)
        => XDocument.Load(file).Descendants("Project").Select(x => (string)x.Attribute("Path")).Select(x => (System.IO.Path.GetFileNameWithoutExtension(x), x));

    // Project("{type}") = "name", "path", "{id}"; the path of a solution folder has no extension
    private static IEnumerable<(string Name, string Path)> FromText(AbsolutePath file)
        => ProjectLine().Matches(file.ReadAllText())
            .Select(x => (Name: x.Groups["name"].Value, Path: x.Groups["path"].Value.Replace('\\', '/')))
            .Where(x => x.Path.EndsWithOrdinalIgnoreCase("proj"));

    [GeneratedRegex(@"^Project\(""[^""]*""\)\s*=\s*""(?<name>[^""]*)"",\s*""(?<path>[^""]*)""", RegexOptions.Multiline)]
    private static partial Regex ProjectLine();
}

using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// The settings of a hatchling target, <c>wheel</c> or <c>sdist</c>; settings that are missing from the target's table are taken from
/// <c>tool.hatch.build</c> (<see href="https://hatch.pypa.io/latest/config/build/"/>).
/// </summary>
internal sealed class HatchTarget(TomlNode? build, string target, FindingList complaints)
{
    private readonly TableReading own = new(build?.Find("targets", target), complaints);
    private readonly TableReading general = new(build, complaints);

    /// <summary>The settings that select files; both tables may contain all of them.</summary>
    public static readonly string[] FileKeys =
        ["include", "exclude", "packages", "only-include", "sources", "force-include", "artifacts", "only-packages", "skip-excluded-dirs", "ignore-vcs"];

    /// <summary>Settings that have no effect here.</summary>
    public static readonly string[] OtherKeys =
    [
        "directory", "reproducible", "dev-mode-dirs", "dev-mode-exact", "require-runtime-dependencies", "require-runtime-features", "dependencies",
        "versions", "core-metadata-version", "macos-max-compat", "bypass-selection", "shared-data", "zip-safe",
    ];

    /// <summary>Files with the version, written by hooks.</summary>
    public IEnumerable<string> VersionFiles => HatchKeys.VersionFiles(build);

    public bool Has(string key) => TableFor(key).Node(key) is not null;

    public TomlNode? Node(string key) => TableFor(key).Node(key);

    public bool Flag(string key) => TableFor(key).Literal(key) == "true";

    public IReadOnlyList<string> Texts(string key) => [.. TableFor(key).Texts(key).Select(node => node.Text!)];

    public IReadOnlyList<KeyValuePair<string, TomlNode>> Map(string key) => TableFor(key).TextTable(key);

    public IReadOnlyList<string> Packages => [.. TableFor("packages").Texts("packages").Select(node => Normal(node, node.Text!)).Order(StringComparer.Ordinal)];

    /// <summary>Path prefixes and their replacements in the archive; the parent folders of packages are removed.</summary>
    public IReadOnlyList<(string From, string To)> Sources(IReadOnlyList<string> packages)
    {
        var sources = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Node("sources")?.Items is not null)
        {
            foreach (var node in TableFor("sources").Texts("sources"))
            {
                sources[Normal(node, node.Text!) + "/"] = "";
            }
        }
        else
        {
            foreach (var (source, node) in Map("sources"))
            {
                sources[source.Length == 0 ? "" : Normal(node, source) + "/"] = Normal(node, node.Text!) is { Length: > 0 } path ? path + "/" : "";
            }
        }

        foreach (var package in packages.Where(package => package.Contains('/', StringComparison.Ordinal) && !sources.ContainsKey(package + "/")))
        {
            sources[ProjectPath.Parent(package) + "/"] = "";
        }

        return [.. sources.Select(source => (source.Key, source.Value))];
    }

    /// <summary>A path outside the project is reported and treated as the project's folder.</summary>
    private string Normal(TomlNode node, string path)
    {
        var normal = ProjectPath.Normalize(path.TrimStart('/'));
        if (normal is null)
        {
            complaints.Add(Diagnostics.OutsideProject(node, path));
        }

        return normal ?? "";
    }

    private TableReading TableFor(string key) => own.Node(key) is not null ? own : general;
}

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>
/// The <c>[project]</c> table while a build backend's own table completes it: the backend's value for a key that is listed in <c>dynamic</c>
/// is treated as if it had been written there.
/// </summary>
internal sealed class ProjectTable
{
    private readonly OrderedDictionary<string, TomlNode> members;
    private readonly List<string> referenced = [];
    private readonly bool isVersionGiven;

    private ProjectTable(OrderedDictionary<string, TomlNode> members, bool isVersionGiven) => (this.members, this.isVersionGiven) = (members, isVersionGiven);

    /// <summary>Null if the file has no such table.</summary>
    /// <param name="root">The file.</param>
    /// <param name="isVersionGiven">Whether the build supplies the version, so that the backend's version is not needed.</param>
    public static ProjectTable? Find(TomlNode root, bool isVersionGiven) => root.Find("project")?.Members is { } members ? new(members, isVersionGiven) : null;

    /// <summary>Files that the backend has read for a value and that its sdists therefore contain.</summary>
    public IReadOnlyList<string> Referenced => referenced;

    public string? Name => members.GetValueOrDefault("name")?.Text;

    /// <summary>The value of a key; null if there is none.</summary>
    public TomlNode? Find(string key) => members.GetValueOrDefault(key);

    /// <summary>Whether a key has a non-empty value.</summary>
    public bool Has(string key) => Find(key) is { } node && node is not ({ Items.Count: 0 } or { Members.Count: 0 } or { Text: "" });

    public bool IsDynamic(string key) => !IsGiven(key) && members.GetValueOrDefault("dynamic")?.Items?.Exists(item => item.Text == key) == true;

    /// <summary>Sets the value of a key and removes it from <c>dynamic</c>.</summary>
    public void Supply(string key, TomlNode value)
    {
        if (!IsGiven(key))
        {
            members[key] = value;
            Settle(key);
        }
    }

    /// <summary>Removes a key from <c>dynamic</c>, because the backend has no value for it.</summary>
    public void Settle(string key)
    {
        if (IsDynamic(key))
        {
            var stated = members["dynamic"];
            members["dynamic"] = new(stated.Path, stated.Key) { Items = [.. stated.Items!.Where(item => item.Text != key)] };
        }
    }

    private bool IsGiven(string key) => isVersionGiven && key == "version";

    public void Refer(IEnumerable<string> files) => referenced.AddRange(files);
}

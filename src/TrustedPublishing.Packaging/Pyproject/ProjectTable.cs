namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>
/// The <c>[project]</c> table while a build backend's own table completes it: what the backend knows for a key that is listed in
/// <c>dynamic</c> stands there as if it had been written.
/// </summary>
internal sealed class ProjectTable
{
    private readonly OrderedDictionary<string, TomlNode> members;
    private readonly List<string> referenced = [];
    private readonly bool isVersionGiven;

    private ProjectTable(OrderedDictionary<string, TomlNode> members, bool isVersionGiven) => (this.members, this.isVersionGiven) = (members, isVersionGiven);

    /// <summary>Null when the file has no such table.</summary>
    /// <param name="root">The file.</param>
    /// <param name="isVersionGiven">Whether the build gives the version, so that the backend is not asked for it.</param>
    public static ProjectTable? Find(TomlNode root, bool isVersionGiven) => root.Find("project")?.Members is { } members ? new(members, isVersionGiven) : null;

    /// <summary>Files that the backend has read for a value, and that its sdists therefore hold.</summary>
    public IReadOnlyList<string> Referenced => referenced;

    public string? Name => members.GetValueOrDefault("name")?.Text;

    /// <summary>The value of a key; null when there is none.</summary>
    public TomlNode? Find(string key) => members.GetValueOrDefault(key);

    /// <summary>Whether a key has a value that is not empty.</summary>
    public bool Has(string key) => Find(key) is { } node && node is not ({ Items.Count: 0 } or { Members.Count: 0 } or { Text: "" });

    public bool IsDynamic(string key) => !IsGiven(key) && members.GetValueOrDefault("dynamic")?.Items?.Exists(item => item.Text == key) == true;

    /// <summary>Gives a key its value and takes it out of <c>dynamic</c>.</summary>
    public void Supply(string key, TomlNode value)
    {
        if (!IsGiven(key))
        {
            members[key] = value;
            Settle(key);
        }
    }

    /// <summary>Takes a key out of <c>dynamic</c>: the backend knows that it has no value.</summary>
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

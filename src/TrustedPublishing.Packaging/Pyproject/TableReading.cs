namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>Typed access to one table; a value of another type is reported and counts as absent.</summary>
internal sealed class TableReading(TomlNode? table, FindingList complaints)
{
    private readonly OrderedDictionary<string, TomlNode> members = table?.Members ?? [];

    public TomlNode? Node(string key) => members.GetValueOrDefault(key);

    public TomlNode? Text(string key) => Typed(key, node => node.Text is not null, "a string");

    /// <summary>A boolean, number or time as written; null for anything else.</summary>
    public string? Literal(string key) => Node(key)?.Literal;

    public IReadOnlyList<TomlNode> Texts(string key) =>
        Typed(key, node => node.Items?.TrueForAll(item => item.Text is not null) == true, "an array of strings")?.Items ?? [];

    public IReadOnlyList<TomlNode> Tables(string key) =>
        Typed(key, node => node.Items?.TrueForAll(item => item.Members is not null) == true, "an array of tables")?.Items ?? [];

    public IReadOnlyList<KeyValuePair<string, TomlNode>> TextTable(string key) =>
        Typed(key, node => node.Members?.All(member => member.Value.Text is not null) == true, "a table of strings")?.Members?.ToArray() ?? [];

    public TableReading? Table(string key) =>
        Typed(key, node => node.Members is not null, "a table") is { } node ? new(node, complaints) : null;

    public IReadOnlyList<string> Keys => [.. members.Keys];

    private TomlNode? Typed(string key, Func<TomlNode, bool> fits, string expected)
    {
        if (members.GetValueOrDefault(key) is not { } node || fits(node))
        {
            return members.GetValueOrDefault(key);
        }

        complaints.Add(Diagnostics.WrongType(node, expected));
        return null;
    }
}

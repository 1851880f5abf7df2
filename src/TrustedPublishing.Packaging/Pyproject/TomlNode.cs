using Tomlyn.Text;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>A value in a TOML file with its full key and position, for error messages.</summary>
internal sealed class TomlNode(string path, TomlSourceSpan? key)
{
    /// <summary>The full key in TOML syntax, for example <c>project.urls."Bug tracker"</c>.</summary>
    public string Path { get; } = path;

    /// <summary>The position of the last part of the key, or of an item of an array; null for the whole file.</summary>
    public TomlSourceSpan? Key { get; } = key;

    /// <summary>The line, starting at 1; null for the whole file.</summary>
    public int? Line => Key?.Start.Line + 1;

    /// <summary>The string; null for other types.</summary>
    public string? Text { get; set; }

    /// <summary>A boolean, number or time as written; null for other types.</summary>
    public string? Literal { get; set; }

    /// <summary>The items; null if it is not an array.</summary>
    public List<TomlNode>? Items { get; set; }

    /// <summary>The members in file order; null if it is not a table.</summary>
    public OrderedDictionary<string, TomlNode>? Members { get; set; }

    /// <summary>The end of a string, boolean, number or time, in characters from the start of the file; 0 for other types.</summary>
    public int End { get; set; }

    /// <summary>The type's name in TOML.</summary>
    public string Kind => this switch
    {
        { Text: not null } => "a string",
        { Items: not null } => "an array",
        { Members: not null } => "a table",
        _ => Literal is "true" or "false" ? "a boolean" : "a number or time",
    };

    /// <summary>Another string with the same position.</summary>
    public TomlNode With(string text) => new(Path, Key) { Text = text };

    /// <summary>An array of strings with the same position.</summary>
    public TomlNode With(IEnumerable<string> texts) => new(Path, Key) { Items = [.. texts.Select(With)] };

    /// <summary>A table with the same position.</summary>
    public TomlNode With(IEnumerable<KeyValuePair<string, TomlNode>> members) => new(Path, Key) { Members = new(members) };

    /// <summary>A member by its dotted path, or null.</summary>
    public TomlNode? Find(params ReadOnlySpan<string> keys)
    {
        var node = this;
        foreach (var key in keys)
        {
            node = node?.Members?.GetValueOrDefault(key);
        }

        return node;
    }
}

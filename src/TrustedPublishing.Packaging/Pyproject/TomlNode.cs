using Tomlyn.Text;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>A value of a TOML file that knows its full key and where it stands, so that complaints can say so.</summary>
internal sealed class TomlNode(string path, TomlSourceSpan? key)
{
    /// <summary>The full key as TOML would write it, for example <c>project.urls."Bug tracker"</c>.</summary>
    public string Path { get; } = path;

    /// <summary>Where the last part of the key stands, or an item of an array; null for the whole file.</summary>
    public TomlSourceSpan? Key { get; } = key;

    /// <summary>The line, counted from 1; null for the whole file.</summary>
    public int? Line => Key?.Start.Line + 1;

    /// <summary>The string; null when it is none.</summary>
    public string? Text { get; set; }

    /// <summary>A boolean, number or time as it is written; null when it is none.</summary>
    public string? Literal { get; set; }

    /// <summary>The items; null when it is no array.</summary>
    public List<TomlNode>? Items { get; set; }

    /// <summary>The members in the file's order; null when it is no table.</summary>
    public OrderedDictionary<string, TomlNode>? Members { get; set; }

    /// <summary>Where a string, boolean, number or time ends, counted in characters from the start of the file; 0 for others.</summary>
    public int End { get; set; }

    /// <summary>What TOML calls it.</summary>
    public string Kind => this switch
    {
        { Text: not null } => "a string",
        { Items: not null } => "an array",
        { Members: not null } => "a table",
        _ => Literal is "true" or "false" ? "a boolean" : "a number or time",
    };

    /// <summary>Another string that stands at the same place.</summary>
    public TomlNode With(string text) => new(Path, Key) { Text = text };

    /// <summary>An array of strings that stands at the same place.</summary>
    public TomlNode With(IEnumerable<string> texts) => new(Path, Key) { Items = [.. texts.Select(With)] };

    /// <summary>A table that stands at the same place.</summary>
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

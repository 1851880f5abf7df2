using System.Collections;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>A value of a YAML file. How it is quoted is decided where it is written, by <see cref="YamlWriter"/>.</summary>
internal abstract record Yaml
{
    public static implicit operator Yaml?(string? text) => text is null ? null : new YamlText(text);

    public static implicit operator Yaml(int number) => new YamlLiteral(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static implicit operator Yaml(bool value) => new YamlLiteral(value ? "true" : "false");
}

/// <summary>A text, whatever it holds: it is read back as the same text.</summary>
internal sealed record YamlText(string Text) : Yaml;

/// <summary>A number or a truth value.</summary>
internal sealed record YamlLiteral(string Text) : Yaml;

/// <summary>Lines, such as commands: they are read back with one line end behind the last one.</summary>
internal sealed record YamlBlock(string Text) : Yaml;

/// <summary>Values in order; texts stand on one line, anything else below each other.</summary>
internal sealed record YamlList(IReadOnlyList<Yaml> Items) : Yaml
{
    public static YamlList FromTexts(IEnumerable<string> texts) => new([.. texts.Select(text => new YamlText(text))]);
}

/// <summary>Keys and values in order, with comments.</summary>
internal sealed record YamlMap : Yaml, IEnumerable<YamlEntry>
{
    private readonly List<YamlEntry> entries = [];

    /// <summary>Adds a key; nothing when there is no value.</summary>
    public void Add(string key, Yaml? value, string? comment = null)
    {
        if (value is not null)
        {
            entries.Add(new(key, value, comment));
        }
    }

    /// <summary>Adds what another mapping has.</summary>
    public YamlMap With(YamlMap others)
    {
        entries.AddRange(others.entries);
        return this;
    }

    /// <summary>Adds lines of comment.</summary>
    public YamlMap Note(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            entries.Add(new(null, null, line));
        }

        return this;
    }

    /// <summary>Adds an empty line.</summary>
    public YamlMap Gap()
    {
        entries.Add(new(null, null, null));
        return this;
    }

    public IEnumerator<YamlEntry> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A key with its value and a comment behind; or, without a key, a line of comment or an empty line.</summary>
internal sealed record YamlEntry(string? Key, Yaml? Value, string? Comment);

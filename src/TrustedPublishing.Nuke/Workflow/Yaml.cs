using System.Collections;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>A YAML value. <see cref="YamlWriter"/> decides how it is quoted.</summary>
internal abstract record Yaml
{
    public static implicit operator Yaml?(string? text) => text is null ? null : new YamlText(text);

    public static implicit operator Yaml(int number) => new YamlLiteral(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static implicit operator Yaml(bool value) => new YamlLiteral(value ? "true" : "false");
}

/// <summary>A string, whatever it contains: it is read back as the same string.</summary>
internal sealed record YamlText(string Text) : Yaml;

/// <summary>A number or a Boolean.</summary>
internal sealed record YamlLiteral(string Text) : Yaml;

/// <summary>Lines, such as commands: they are read back with a single line break at the end.</summary>
internal sealed record YamlBlock(string Text) : Yaml;

/// <summary>Values in order; strings are written on one line, anything else in a block.</summary>
internal sealed record YamlList(IReadOnlyList<Yaml> Items) : Yaml
{
    public static YamlList FromTexts(IEnumerable<string> texts) => new([.. texts.Select(text => new YamlText(text))]);
}

/// <summary>Keys and values in order, with comments.</summary>
internal sealed record YamlMap : Yaml, IEnumerable<YamlEntry>
{
    private readonly List<YamlEntry> entries = [];

    /// <summary>Adds a key; adds nothing if there is no value.</summary>
    public void Add(string key, Yaml? value, string? comment = null)
    {
        if (value is not null)
        {
            entries.Add(new(key, value, comment));
        }
    }

    /// <summary>Adds the entries of another mapping.</summary>
    public YamlMap With(YamlMap others)
    {
        entries.AddRange(others.entries);
        return this;
    }

    /// <summary>Adds comment lines.</summary>
    public YamlMap Note(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            entries.Add(new(null, null, line));
        }

        return this;
    }

    /// <summary>Adds a blank line.</summary>
    public YamlMap Gap()
    {
        entries.Add(new(null, null, null));
        return this;
    }

    public IEnumerator<YamlEntry> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A key with its value and a comment after it; or, without a key, a comment line or a blank line.</summary>
internal sealed record YamlEntry(string? Key, Yaml? Value, string? Comment);

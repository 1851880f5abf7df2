using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// Writes YAML so that every string is read back unchanged: plain if it cannot be misinterpreted, otherwise quoted. Line endings are always LF,
/// whatever the text contains.
/// </summary>
internal static partial class YamlWriter
{
    /// <summary>The whole file.</summary>
    public static string Text(YamlMap root) => string.Concat(Lines(root).Select(line => $"{line}\n"));

    /// <summary>Its lines, without line ends.</summary>
    public static IEnumerable<string> Lines(YamlMap map) => map.SelectMany(entry => entry switch
    {
        { Key: null, Comment: null } => [""],
        { Key: null } => [$"# {OneLine(entry.Comment)}"],
        _ => Lines($"{Text(entry.Key)}:", entry.Value!, entry.Comment is null ? "" : $" # {OneLine(entry.Comment)}"),
    });

    /// <summary>The lines of a value after its key, or after the dash of a list item.</summary>
    private static IEnumerable<string> Lines(string lead, Yaml value, string comment) => value switch
    {
        YamlMap map when !map.Any() => [$"{lead} {{}}{comment}"],
        YamlMap map when lead == "-" => Lines(map).Select((line, index) => $"{(index == 0 ? "- " : line.Length == 0 ? "" : "  ")}{line}"),
        YamlMap map => [$"{lead}{comment}", .. Indented(Lines(map))],
        YamlList list when list.Items.All(item => item is YamlText) => [$"{lead} [{string.Join(", ", list.Items.Select(item => InList(((YamlText)item).Text)))}]{comment}"],
        YamlList list => [$"{lead}{comment}", .. Indented(list.Items.SelectMany(item => Lines("-", item, "")))],
        YamlBlock block when IsBlock(Unix(block.Text)) => [$"{lead} |{comment}", .. Indented(Unix(block.Text).Split('\n'))],
        YamlBlock block => [$"{lead} {DoubleQuoted(Unix(block.Text) + "\n")}{comment}"],
        YamlText text => [$"{lead} {Text(Unix(text.Text))}{comment}"],
        YamlLiteral literal => [$"{lead} {literal.Text}{comment}"],
        _ => throw new InvalidOperationException($"Values of type {value.GetType().Name} cannot be written."),
    };

    private static IEnumerable<string> Indented(IEnumerable<string> lines) => lines.Select(line => line.Length == 0 ? "" : $"  {line}");

    private static string Text(string text) => text == "on" || (Plain().IsMatch(text) && !Reserved().IsMatch(text)) ? text : Quoted(text);

    private static string InList(string text) => Word().IsMatch(text) && !Reserved().IsMatch(text) ? text : Quoted(Unix(text));

    private static string Quoted(string text) => text.All(IsPrintable) ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'" : DoubleQuoted(text);

    private static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                _ when IsPrintable(c) || char.IsSurrogate(c) => quoted.Append(c),
                _ => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A block takes its indentation from its first line, and additional line breaks at its end are lost.</summary>
    private static bool IsBlock(string text) => text.Length > 0 && !char.IsWhiteSpace(text[0]) && text[^1] != '\n' && text.All(c => c == '\n' || IsPrintable(c));

    /// <summary>The characters that all YAML parsers accept literally; older ones end a line at U+0085, U+2028 and U+2029.</summary>
    private static bool IsPrintable(char c) => c is >= ' ' and <= '~' or >= '\u00A0' and < '\uD800' and not ('\u2028' or '\u2029') or > '\uDFFF' and < '\uFFFE' and not '\uFEFF';

    private static string Unix(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string OneLine(string text) => string.Concat(text.Select(c => IsPrintable(c) ? c : ' '));

    /// <summary>No leading character with a special meaning in YAML, no comment, and no colon before a space or at the end.</summary>
    [GeneratedRegex(@"\A[A-Za-z_/$](?:[A-Za-z0-9_./$@(){}'&|=<>!+,*~-]|:(?=[^\s])| (?=[^ #]))*\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_./-]*\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A(?:true|false|yes|no|on|off|y|n|null)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}

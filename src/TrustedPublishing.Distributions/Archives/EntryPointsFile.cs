using System.Globalization;
using System.Text;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// A wheel's entry_points.txt (<see href="https://packaging.python.org/specifications/entry-points/"/>), parsed like Python's <c>configparser</c>
/// with <c>=</c> as the only delimiter: sections, options, comments with <c>#</c> or <c>;</c>, and continuation lines, which are indented
/// further.
/// </summary>
internal sealed class EntryPointsFile
{
    private const string Defaults = "DEFAULT";

    private readonly HashSet<(string Section, string Option)> options = [];
    private readonly HashSet<string> sections = new(StringComparer.Ordinal);
    private string? section;
    private bool inOption;
    private int indentation;

    private EntryPointsFile()
    {
    }

    /// <summary>The problem with a file, or null. Only script names are checked: other names do not become files.</summary>
    public static string? Complaint(string content)
    {
        var file = new EntryPointsFile();
        foreach (var line in content.Split('\n'))
        {
            if (file.Read(line) is { } complaint)
            {
                return complaint;
            }
        }

        return file.options
            .Where(each => each.Section is "console_scripts" or "gui_scripts" || (each.Section == Defaults && file.HasScripts))
            .Where(each => !IsScriptName(each.Option))
            .Select(each => $"the name \"{each.Option}\" has characters other than letters, digits, '.', '_' and '-'")
            .FirstOrDefault();
    }

    private bool HasScripts => sections.Contains("console_scripts") || sections.Contains("gui_scripts");

    private string? Read(string line)
    {
        var text = line.Trim();
        if (text.Length == 0 || text[0] is '#' or ';')
        {
            return null;
        }

        var indent = line.Length - line.TrimStart().Length;
        if (section is not null && inOption && indent > indentation)
        {
            return null;
        }

        indentation = indent;
        return text[0] == '[' && text.LastIndexOf(']') > 1 ? Section(text[1..text.LastIndexOf(']')]) : Option(text);
    }

    private string? Section(string name)
    {
        section = name;
        inOption = false;
        return sections.Add(name) || name == Defaults ? null : $"the section [{name}] appears twice";
    }

    private string? Option(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? "" : text[..equals].TrimEnd();
        inOption = true;
        return section is null ? "it does not begin with a section"
            : equals < 0 ? $"the line \"{text}\" has no '='"
            : name.Length == 0 ? "a line has no name before its '='"
            : options.Add((section, name)) ? null
            : $"\"{name}\" appears twice in [{section}]";
    }

    /// <summary>Python's <c>[\w.-]+</c>: letters and digits of any script.</summary>
    private static bool IsScriptName(string name) =>
        name.EnumerateRunes().All(rune => rune.Value is '_' or '.' or '-' || Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber);
}

using System.Text.RegularExpressions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// The description that hatchling's most popular plugin assembles from texts and parts of files
/// (<see href="https://github.com/hynek/hatch-fancy-pypi-readme"/>).
/// </summary>
internal static partial class HatchReadme
{
    public static void Complete(ProjectTable project, ProjectTree tree, TomlNode? table, FindingList complaints)
    {
        var hook = table?.Find("metadata", "hooks", "fancy-pypi-readme");
        if (hook is not { Members: not null } || !project.IsDynamic("readme") || project.IsDynamic("version"))
        {
            return;
        }

        var reading = new TableReading(hook, complaints);
        var parts = reading.Tables("fragments").Select(fragment => Fragment(new(fragment, complaints), tree, complaints)).ToList();
        var text = parts.Count == 0 || parts.Contains(null) ? null : string.Concat(parts);
        foreach (var substitution in reading.Tables("substitutions"))
        {
            text = text is null ? null : Substituted(text, new(substitution, complaints));
        }

        if (text is null || reading.Text("content-type") is not { } type)
        {
            return;
        }

        text = text.Replace("$HFPR_PACKAGE_NAME", project.Name, StringComparison.Ordinal)
            .Replace("$HFPR_VERSION", project.Find("version")?.Text, StringComparison.Ordinal);
        project.Supply("readme", hook.With([KeyValuePair.Create("text", hook.With(text)), KeyValuePair.Create("content-type", type)]));
    }

    /// <summary>A text, or the part of a file between two markers that matches the first group of a pattern; null if something is missing.</summary>
    private static string? Fragment(TableReading fragment, ProjectTree tree, FindingList complaints)
    {
        if (fragment.Text("text") is { } own)
        {
            return own.Text;
        }

        var path = fragment.Text("path");
        var text = path is null ? null : tree.Folder.ReadText(path, path.Text!, complaints);
        text = From(text, fragment.Text("start-after")?.Text, isMarkLeftOut: true);
        text = From(text, fragment.Text("start-at")?.Text, isMarkLeftOut: false);
        if (text is not null && fragment.Text("end-before")?.Text is { } mark)
        {
            text = text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var end ? text[..end] : null;
        }

        return text is not null && fragment.Text("pattern")?.Text is { } pattern ? PythonPattern.Find(text, $"(?s-m:{pattern})", "1") : text;
    }

    private static string? From(string? text, string? mark, bool isMarkLeftOut)
    {
        if (text is null || mark is null)
        {
            return text;
        }

        var start = text.IndexOf(mark, StringComparison.Ordinal);
        return start < 0 ? null : text[(start + (isMarkLeftOut ? mark.Length : 0))..];
    }

    private static string? Substituted(string text, TableReading substitution) =>
        substitution.Text("pattern")?.Text is { } pattern && substitution.Text("replacement")?.Text is { } replacement
            ? PythonPattern.Replace(text, pattern, InDotNet(replacement), substitution.Literal("ignore-case") == "true")
            : null;

    /// <summary>Python uses <c>\1</c> and <c>\g&lt;name&gt;</c> where .NET uses <c>${1}</c>.</summary>
    private static string InDotNet(string replacement) => Reference().Replace(replacement.Replace("$", "$$", StringComparison.Ordinal), match => match.Value switch
    {
        "\\n" => "\n",
        "\\\\" => "\\",
        _ => $"${{{match.Groups["name"].Value}}}",
    });

    [GeneratedRegex(@"\\(?:g<(?<name>\w+)>|(?<name>[0-9]{1,2})|n|\\)")]
    private static partial Regex Reference();
}

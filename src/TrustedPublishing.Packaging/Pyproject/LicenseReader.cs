using System.Text.RegularExpressions;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary><c>license</c> and <c>license-files</c> (PEP 639), and the older table form of <c>license</c>.</summary>
internal static partial class LicenseReader
{
    /// <summary>PEP 639 names these patterns for projects that do not declare <c>license-files</c>.</summary>
    private static readonly string[] Usual = ["LICEN[CS]E*", "COPYING*", "NOTICE*", "AUTHORS*"];

    public static (string? Expression, string? Text, IReadOnlyList<string> Files) Read(TableReading reading, ProjectFolder folder, FindingList complaints)
    {
        var node = reading.Node("license");
        if (node is { Text: null, Members: null })
        {
            complaints.Add(Diagnostics.WrongType(node, "a string with an SPDX expression"));
        }

        var files = Files(reading, folder, complaints);
        return node switch
        {
            { Text: { } expression } => (Expression(expression), null, files),
            { Members: not null } => OfTable(node, folder, files, complaints),
            _ => (null, null, files),
        };
    }

    /// <summary>SPDX: operators in upper case, one space between words. The index normalises the identifiers.</summary>
    private static string? Expression(string text)
    {
        var words = Spaces().Replace(text.Trim(), " ");
        return words.Length == 0 ? null : Operators().Replace(words, match => match.Value.ToUpperInvariant());
    }

    private static (string?, string?, IReadOnlyList<string>) OfTable(TomlNode table, ProjectFolder folder, IReadOnlyList<string> files, FindingList complaints)
    {
        var reading = new TableReading(table, complaints);
        var (file, text) = (reading.Text("file"), reading.Text("text"));
        if (file is null == text is null || reading.Keys.Except(["file", "text"]).Any())
        {
            complaints.Add(Diagnostics.LicenseTable(table));
            return (null, null, files);
        }

        if (file is null)
        {
            return (null, TextFiles.WithLineFeeds(text!.Text!).Trim(), files);
        }

        var content = folder.ReadText(file, file.Text!, complaints);
        return (null, content?.Trim(), [.. files.Append(file.Text!.Replace('\\', '/')).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static IReadOnlyList<string> Files(TableReading reading, ProjectFolder folder, FindingList complaints)
    {
        var patterns = reading.Texts("license-files");
        if (reading.Node("license-files") is null)
        {
            return [.. Usual.SelectMany(pattern => Glob.Matches(folder, pattern)).Distinct().Order(StringComparer.Ordinal)];
        }

        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var pattern in patterns)
        {
            if (!Glob.IsValid(pattern.Text!))
            {
                complaints.Add(Diagnostics.InvalidGlob(pattern));
                continue;
            }

            var matches = Glob.Matches(folder, pattern.Text!).ToList();
            files.UnionWith(matches);
            matches.ForEach(file => folder.ReadText(pattern, file, complaints));
            if (matches.Count == 0)
            {
                complaints.Add(Diagnostics.GlobWithoutMatch(pattern));
            }
        }

        return [.. files];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<=[\s)])(?:and|or|with)(?=[\s(])", RegexOptions.IgnoreCase)]
    private static partial Regex Operators();
}

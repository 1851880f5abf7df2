using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>The licence of a project.</summary>
internal sealed record ProjectLicense
{
    public string? Expression { get; init; }

    public string? Text { get; init; }

    /// <summary>The licence files in the wheel: paths relative to the project's folder, sorted.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The licence files that METADATA lists.</summary>
    public IReadOnlyList<string> Listed { get; init; } = [];

    /// <summary>The file that the sdist contains because <c>license = {file = …}</c> names it.</summary>
    public string? TableFile { get; init; }
}

/// <summary><c>license</c> and <c>license-files</c> (PEP 639), and the older table form of <c>license</c>.</summary>
internal static partial class LicenseReader
{
    public static ProjectLicense Read(TableReading reading, ProjectTree tree, LicensePolicy policy, FindingList complaints)
    {
        var node = reading.Node("license");
        if (node is { Text: null, Members: null })
        {
            complaints.Add(Diagnostics.WrongType(node, "a string with an SPDX expression"));
        }

        var license = node is { Members: not null } ? OfTable(node, tree, policy, complaints) : new() { Expression = Expression(node, complaints) };
        var stated = reading.Node("license-files") is { } files ? Stated(Patterns(reading, files, policy, complaints), tree, policy, complaints) : null;
        var own = policy.ShipsTableFile && license.TableFile is { } file ? new[] { file } : [];
        var looks = stated is null && (own.Length == 0 || policy.LooksBesideTableFile);
        var usual = looks ? policy.Usual.SelectMany(pattern => tree.Matches(pattern, policy.Rules)) : [];
        string[] shipped = [.. (stated ?? usual).Concat(own).Distinct().Order(StringComparer.Ordinal)];
        return license with { Files = shipped, Listed = policy.ListsUsual || stated is not null ? shipped : [] };
    }

    /// <summary>The official spelling; an invalid SPDX expression is reported.</summary>
    private static string? Expression(TomlNode? node, FindingList complaints)
    {
        if (string.IsNullOrWhiteSpace(node?.Text))
        {
            return null;
        }

        if (!LicenseExpression.TryNormalize(node.Text, out var normal, out var complaint))
        {
            complaints.Add(Diagnostics.InvalidLicense(node, complaint));
        }

        return normal;
    }

    private static ProjectLicense OfTable(TomlNode table, ProjectTree tree, LicensePolicy policy, FindingList complaints)
    {
        var reading = new TableReading(table, complaints);
        var (file, text) = (reading.Text("file"), reading.Text("text"));
        if (file is null == text is null || reading.Keys.Except(["file", "text"]).Any())
        {
            complaints.Add(Diagnostics.LicenseTable(table));
            return new();
        }

        var content = file is null ? TextFiles.WithLineFeeds(text!.Text!) : tree.Folder.ReadText(file, file.Text!, complaints);
        return new()
        {
            Text = policy.WritesTableText && content?.Trim() is { Length: > 0 } trimmed ? trimmed : null,
            TableFile = file is null ? null : ProjectPath.Normalize(file.Text!),
        };
    }

    private static IReadOnlyList<TomlNode> Patterns(TableReading reading, TomlNode files, LicensePolicy policy, FindingList complaints)
    {
        if (!policy.TakesTableOfFiles || files.Members is null)
        {
            return reading.Texts("license-files");
        }

        var table = new TableReading(files, complaints);
        return table.Texts(table.Node("globs") is null ? "paths" : "globs");
    }

    private static List<string> Stated(IReadOnlyList<TomlNode> patterns, ProjectTree tree, LicensePolicy policy, FindingList complaints)
    {
        var files = new List<string>();
        foreach (var pattern in patterns)
        {
            if (!Pattern().IsMatch(pattern.Text!) || pattern.Text!.Split('/').Contains(".."))
            {
                complaints.Add(Diagnostics.InvalidGlob(pattern));
                continue;
            }

            var matches = tree.Matches(pattern.Text, policy.Rules).ToList();
            files.AddRange(matches);
            matches.ForEach(file => tree.Folder.ReadText(pattern, file, complaints));
            if (matches.Count == 0)
            {
                complaints.Add(Diagnostics.GlobWithoutMatch(pattern));
            }
        }

        return files;
    }

    /// <summary>PEP 639 allows no other characters.</summary>
    [GeneratedRegex(@"\A(?!/)(?:[\w.*?/-]|\[[\w.-]+\])+\z")]
    private static partial Regex Pattern();
}

using System.Text.RegularExpressions;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary><c>project.readme</c>: a path, or a table with <c>file</c> or <c>text</c>, and <c>content-type</c>.</summary>
internal static partial class ReadmeReader
{
    public static Readme? Read(TableReading reading, ProjectFolder folder, FindingList complaints) => reading.Node("readme") switch
    {
        null => null,
        { Text: { } path } node => OfFiles([node], ContentTypeOf(path), folder, complaints),
        { Items: [{ Text: { } first }, ..] items } node when IsOfBackend(node) => OfFiles(items, ContentTypeOf(first), folder, complaints),
        { Members: not null } node => OfTable(node, folder, complaints),
        { } node => Complain(complaints, Diagnostics.WrongType(node, "a string or a table")),
    };

    private static Readme? OfTable(TomlNode table, ProjectFolder folder, FindingList complaints)
    {
        var reading = new TableReading(table, complaints);
        List<TomlNode> files = IsOfBackend(table) && table.Find("file")?.Items is { } several ? several : reading.Text("file") is { } one ? [one] : [];
        var (text, type) = (reading.Text("text"), reading.Text("content-type"));
        if (files.Count == 0 == text is null || reading.Keys.Except(["file", "text", "content-type"]).Any())
        {
            return Complain(complaints, Diagnostics.ReadmeTable(table));
        }

        if (type is null)
        {
            return Complain(complaints, Diagnostics.ReadmeContentType(table, null));
        }

        var contentType = Spelled(type.Text!);
        if (contentType is null)
        {
            return Complain(complaints, Diagnostics.ReadmeContentType(type, type.Text));
        }

        return text is null ? OfFiles(files, contentType, folder, complaints) : new([], TextFiles.WithLineFeeds(text.Text!), contentType);
    }

    /// <summary>In the tables of setuptools and Poetry, several files may form one description.</summary>
    private static bool IsOfBackend(TomlNode node) => node.Path.StartsWith("tool.", StringComparison.Ordinal);

    private static Readme? OfFiles(List<TomlNode> files, string? contentType, ProjectFolder folder, FindingList complaints)
    {
        if (contentType is null)
        {
            return Complain(complaints, Diagnostics.ReadmeExtension(files[0], files[0].Text!));
        }

        var texts = files.Select(file => folder.ReadText(file, file.Text ?? "", complaints)).ToList();
        return texts.Contains(null) ? null : new([.. files.Select(file => ProjectPath.Normalize(file.Text!)!)], string.Join('\n', texts), contentType);
    }

    /// <summary>The specification requires an error for other extensions; <c>.txt</c> is left to the tools.</summary>
    private static string? ContentTypeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".md" or ".markdown" => "text/markdown",
        ".rst" => "text/x-rst",
        ".txt" => "text/plain",
        _ => null,
    };

    /// <summary>PyPI rejects <c>charset=utf-8</c>; the charset must be spelled <c>UTF-8</c>. Other charsets and types are rejected here.</summary>
    private static string? Spelled(string contentType)
    {
        var match = ContentType().Match(contentType);
        if (!match.Success)
        {
            return null;
        }

        var variant = match.Groups["variant"].Value.ToLowerInvariant() switch
        {
            "" => "",
            "gfm" => "; variant=GFM",
            _ => "; variant=CommonMark",
        };
        return match.Groups["type"].Value.ToLowerInvariant() + (match.Groups["charset"].Success ? "; charset=UTF-8" : "") + variant;
    }

    private static Readme? Complain(FindingList complaints, PackagingFinding complaint)
    {
        complaints.Add(complaint);
        return null;
    }

    [GeneratedRegex(
        """
        \A\s*(?<type>text/(?:plain|x-rst|markdown))
        (?:\s*;\s*(?:charset\s*=\s*"?(?<charset>utf-?8)"?|(?<=markdown.*)variant\s*=\s*"?(?<variant>gfm|commonmark)"?))*\s*\z
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex ContentType();
}

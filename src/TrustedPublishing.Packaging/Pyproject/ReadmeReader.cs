using System.Text.RegularExpressions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary><c>project.readme</c>: a path, or a table of <c>file</c> or <c>text</c> with <c>content-type</c>.</summary>
internal static partial class ReadmeReader
{
    public static Readme? Read(TableReading reading, ProjectFolder folder, FindingList complaints) => reading.Node("readme") switch
    {
        null => null,
        { Text: { } path } node => OfFile(node, path, ContentTypeOf(path), folder, complaints),
        { Members: not null } node => OfTable(node, folder, complaints),
        { } node => Complain(complaints, Diagnostics.WrongType(node, "a string or a table")),
    };

    private static Readme? OfTable(TomlNode table, ProjectFolder folder, FindingList complaints)
    {
        var reading = new TableReading(table, complaints);
        var (file, text, type) = (reading.Text("file"), reading.Text("text"), reading.Text("content-type"));
        if (file is null == text is null || reading.Keys.Except(["file", "text", "content-type"]).Any())
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

        return file is not null
            ? OfFile(file, file.Text!, contentType, folder, complaints)
            : new(null, TextFiles.WithLineFeeds(text!.Text!), contentType);
    }

    private static Readme? OfFile(TomlNode node, string path, string? contentType, ProjectFolder folder, FindingList complaints) =>
        contentType is null ? Complain(complaints, Diagnostics.ReadmeExtension(node, path))
        : folder.ReadText(node, path, complaints) is { } text ? new(path.Replace('\\', '/'), text, contentType)
        : null;

    /// <summary>Other extensions are an error by the specification; <c>.txt</c> is a freedom that it leaves to tools.</summary>
    private static string? ContentTypeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".md" or ".markdown" => "text/markdown",
        ".rst" => "text/x-rst",
        ".txt" => "text/plain",
        _ => null,
    };

    /// <summary>PyPI refuses <c>charset=utf-8</c>; the charset must be spelled <c>UTF-8</c>. Other charsets and types are refused here.</summary>
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

using System.Text;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Metadata;

/// <summary>The texts of METADATA (identical to PKG-INFO), WHEEL and entry_points.txt, all in UTF-8 with LF.</summary>
internal static class MetadataText
{
    public static string Metadata(StaticProject project)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in CoreFields.FromProject(project))
        {
            text.Append(name).Append(": ").Append(Folded(value)).Append('\n');
        }

        return project.Readme is null ? text.ToString() : text.Append('\n').Append(project.Readme.Text).ToString();
    }

    /// <summary>PEP 427. <c>Generator</c> contains this tool's version, so another version produces different bytes.</summary>
    public static string Wheel(string generator, bool isPure, IEnumerable<string> platforms) =>
        $"Wheel-Version: 1.0\nGenerator: {generator}\nRoot-Is-Purelib: {(isPure ? "true" : "false")}\n{string.Concat(platforms.Select(platform => $"Tag: py3-none-{platform}\n"))}";

    /// <summary>Null if there are none: an empty file would be valid but useless.</summary>
    public static string? EntryPoints(StaticProject project) => project.EntryPoints.Count == 0
        ? null
        : string.Join("\n", project.EntryPoints.Select(group =>
            $"[{group.Name}]\n{string.Concat(group.EntryPoints.Select(entry => $"{entry.Key} = {entry.Value}\n"))}"));

    /// <summary>Continuation lines start with spaces (RFC 822); all readers of metadata support the eight spaces of distutils.</summary>
    private static string Folded(string value) => TextFiles.WithLineFeeds(value).Replace("\n", "\n        ", StringComparison.Ordinal);
}

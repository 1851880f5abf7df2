using System.Text;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Metadata;

/// <summary>The texts of METADATA (which is PKG-INFO too), WHEEL and entry_points.txt; UTF-8 with LF everywhere.</summary>
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

    /// <summary>PEP 427. <c>Generator</c> is this tool with its version, so another version of it makes other bytes.</summary>
    public static string Wheel(string generator, bool isPure, IEnumerable<string> platforms) =>
        $"Wheel-Version: 1.0\nGenerator: {generator}\nRoot-Is-Purelib: {(isPure ? "true" : "false")}\n{string.Concat(platforms.Select(platform => $"Tag: py3-none-{platform}\n"))}";

    /// <summary>Null when there are none: an empty file would be valid and useless.</summary>
    public static string? EntryPoints(StaticProject project) => project.EntryPoints.Count == 0
        ? null
        : string.Join("\n", project.EntryPoints.Select(group =>
            $"[{group.Name}]\n{string.Concat(group.EntryPoints.Select(entry => $"{entry.Key} = {entry.Value}\n"))}"));

    /// <summary>Continuation lines start with spaces (RFC 822); every reader of metadata knows the eight of distutils.</summary>
    private static string Folded(string value) => TextFiles.WithLineFeeds(value).Replace("\n", "\n        ", StringComparison.Ordinal);
}

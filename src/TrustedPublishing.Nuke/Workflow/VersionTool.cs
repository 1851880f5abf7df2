namespace TrustedPublishing.Nuke.Workflow;

/// <summary>A tool that computes versions from the git history, of which a checkout fetches only one commit by default.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="FailsOnOneCommit">Whether it fails if there is only one commit; otherwise it computes a wrong version, unless that commit is
/// tagged.</param>
internal sealed record VersionTool(string Name, bool FailsOnOneCommit)
{
    /// <summary>Each tool with the text in any of the files that shows that it is used.</summary>
    private static readonly (VersionTool Tool, string[] Marks)[] Known =
    [
        (new("GitVersion", true), ["Include=\"GitVersion", "\"gitversion.tool\""]),
        (new("Nerdbank.GitVersioning", true), ["Include=\"Nerdbank.GitVersioning", "\"nbgv\"", "Nerdbank.GitVersioning/main/src/NerdBank.GitVersioning/version.schema.json"]),
        (new("MinVer", false), ["Include=\"MinVer", "\"minver-cli\""]),
        (new("setuptools-scm", false), ["setuptools-scm", "setuptools_scm"]),
        (new("hatch-vcs", false), ["hatch-vcs"]),
        (new("poetry-dynamic-versioning", false), ["poetry-dynamic-versioning"]),
        (new("versioningit", false), ["versioningit"]),
        (new("pdm-backend", false), ["source = \"scm\""]),
    ];

    /// <summary>The setting that is missing in a generated file; null if none is missing.</summary>
    public string? Lacks(SourceOptions sources) => sources.Depth != 1 ? null
        : $"{Name} computes the version from the git history, and FetchDepth = 1 fetches only one commit{(FailsOnOneCommit ? ", with which it stops" : ": without the tag on it, the version is another one")}. Set FetchDepth = 0, which fetches all commits and tags.";

    /// <summary>The tool that a build injects, or that is mentioned in files; null if none is known.</summary>
    /// <param name="attributes">The names of the attributes by which the build's members get their values.</param>
    /// <param name="texts">The files of the root, of the build and of what it packs.</param>
    public static VersionTool? Find(IReadOnlySet<string> attributes, IReadOnlyList<string> texts) =>
        Array.Find(Known, known => attributes.Contains($"{known.Tool.Name.Replace(".", "", StringComparison.Ordinal)}Attribute")).Tool ?? In(texts);

    /// <summary>The tool that is mentioned in files.</summary>
    public static VersionTool? In(IReadOnlyList<string> texts) =>
        Array.Find(Known, known => known.Marks.Any(mark => texts.Any(text => text.Contains(mark, StringComparison.OrdinalIgnoreCase)))).Tool;
}

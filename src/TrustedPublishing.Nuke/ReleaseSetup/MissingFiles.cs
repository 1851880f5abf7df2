using System.Text.RegularExpressions;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Nuke.ReleaseSetup;

/// <summary>Finds the files and lines that a repository lacks for a release.</summary>
internal static partial class MissingFiles
{
    public static IReadOnlyList<MissingFile> Find(ReleaseSetupFacts facts, ProjectKind kind, string name) =>
    [
        .. facts.HasProjectFile ? [] : OfProject(facts, kind, name),
        .. Lines(".gitignore", facts.GitIgnore, [$"{facts.ArtifactsFolder}/", "bin/", "obj/", ".nuke/temp/", "__pycache__/"]),
        .. Lines(".gitattributes", facts.GitAttributes, ["*.sh text eol=lf", "*.yml text eol=lf"]),
        .. facts.Workflow is { } workflow ? [new(workflow.Path, workflow.Text)] : (MissingFile[])[],
    ];

    private static IEnumerable<MissingFile> OfProject(ReleaseSetupFacts facts, ProjectKind kind, string name)
    {
        yield return new($"{facts.ProjectFolder}pyproject.toml", ProjectFile(facts, kind, name));
        if (kind is not ProjectKind.Tool)
        {
            yield return new($"{facts.ProjectFolder}src/{ProjectName.InFileName(name)}/__init__.py", kind is ProjectKind.Native ? NativePackage(name) : $"\"\"\"{name}.\"\"\"\n");
        }
    }

    /// <summary>A tool gets its version from its .NET project; other projects state it here.</summary>
    private static string ProjectFile(ReleaseSetupFacts facts, ProjectKind kind, string name) =>
        $"""
        [build-system]
        requires = ["hatchling"]
        build-backend = "hatchling.build"

        [project]
        name = "{name}"
        {(kind is ProjectKind.Tool ? "dynamic = [\"version\"]" : "version = \"0.1.0\"")}
        requires-python = ">=3.9"{(facts.HasReadme ? "\nreadme = \"README.md\"" : "")}

        """;

    private static string NativePackage(string name) =>
        $""""
        """{name}: a Python package with a native library."""

        import ctypes
        import pathlib


        def load(library):
            """Loads a native library by its file name from the files of this package."""
            return ctypes.CDLL(str(pathlib.Path(__file__).parent / "native" / library))

        """";

    private static IEnumerable<MissingFile> Lines(string file, string? text, string[] wanted)
    {
        var there = (text ?? "").Split('\n').Select(Pattern).ToHashSet(StringComparer.Ordinal);
        string[] missing = [.. wanted.Where(line => !there.Contains(Pattern(line)) && !there.Contains("*"))];
        if (missing.Length > 0)
        {
            var gap = text is null || text.Length == 0 || text.EndsWith('\n') ? "" : "\n";
            yield return new(file, $"{gap}{string.Join('\n', missing)}\n", IsAppended: text is not null);
        }
    }

    /// <summary>The pattern of a line without differences in spelling: <c>[Bb]in/</c> and <c>/bin</c> cover <c>bin/</c>.</summary>
    private static string Pattern(string line) =>
        CaseClass().Replace(line.Trim().Split(' ', '\t')[0], "$1").Trim('/').ToLowerInvariant();

    [GeneratedRegex(@"\[([A-Za-z])[A-Za-z]\]")]
    private static partial Regex CaseClass();
}

using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging;

/// <summary>
/// The name and version in the <c>[project]</c> table of a project, read without packing it
/// (<see href="https://packaging.python.org/specifications/pyproject-toml/"/>). Nothing else in the file is checked.
/// </summary>
public sealed record PythonProjectFile
{
    private PythonProjectFile()
    {
    }

    /// <summary>The file itself, an absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>The project's name as written in the file; null if it is missing or not a name that PyPI accepts.</summary>
    public required string? Name { get; init; }

    /// <summary>The version as written in the file; null if it is missing or dynamic.</summary>
    public required string? Version { get; init; }

    /// <summary>The fields listed in <c>dynamic</c>, which the build backend or the build computes.</summary>
    public required IReadOnlyList<string> Dynamic { get; init; }

    /// <summary>The build backend, for example <c>hatchling.build</c>; null if none is named.</summary>
    internal string? BuildBackend { get; private init; }

    /// <summary>Reads the <c>pyproject.toml</c> in <paramref name="directory"/>. Missing values are null or empty.</summary>
    /// <exception cref="PackagingException">There is no such file, it is not UTF-8, or it is not TOML.</exception>
    public static PythonProjectFile Read(string directory)
    {
        var folder = new ProjectFolder(directory);
        var complaints = new FindingList(folder.Absolute("pyproject.toml"));
        var root = TomlFile.Parse(ProjectInspection.Text(folder, complaints), complaints);
        complaints.ThrowIfAny();
        return new()
        {
            Path = folder.Absolute("pyproject.toml"),
            Name = root!.Find("project", "name")?.Text is { } name && ProjectName.IsValid(name) ? name : null,
            Version = root.Find("project", "version")?.Text,
            BuildBackend = root.Find("build-system", "build-backend")?.Text,
            Dynamic = [.. (root.Find("project", "dynamic")?.Items ?? []).Select(item => item.Text).OfType<string>()],
        };
    }
}

using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging;

/// <summary>
/// What tools need to know of a project without packing it: the <c>[project]</c> table's name and version
/// (<see href="https://packaging.python.org/specifications/pyproject-toml/"/>). Nothing else in the file is judged.
/// </summary>
public sealed record PythonProjectFile
{
    private PythonProjectFile()
    {
    }

    /// <summary>The file itself, an absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>The project's name as the file writes it; null when it is missing or not a name that PyPI takes.</summary>
    public required string? Name { get; init; }

    /// <summary>The version as the file writes it; null when it is missing or dynamic.</summary>
    public required string? Version { get; init; }

    /// <summary>The fields that only the project's build backend or its build knows, as listed in <c>dynamic</c>.</summary>
    public required IReadOnlyList<string> Dynamic { get; init; }

    /// <summary>The build back end, for example <c>hatchling.build</c>; null when none is named.</summary>
    internal string? BuildBackend { get; private init; }

    /// <summary>Reads <c>pyproject.toml</c> in <paramref name="directory"/>. What it lacks is null or empty.</summary>
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

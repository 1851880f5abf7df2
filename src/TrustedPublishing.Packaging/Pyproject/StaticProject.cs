using TrustedPublishing.Distributions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>
/// The validated content of the <c>[project]</c> table (<see href="https://packaging.python.org/specifications/pyproject-toml/"/>).
/// </summary>
internal sealed record StaticProject
{
    public required string Name { get; init; }

    public required PythonVersion Version { get; init; }

    public string? Summary { get; init; }

    public Readme? Readme { get; init; }

    public string? RequiresPython { get; init; }

    public ProjectLicense License { get; init; } = new();

    /// <summary>The setuptools setting <c>platforms</c>.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>Files that the sdist contains because metadata was read from them.</summary>
    public IReadOnlyList<string> ReferencedFiles { get; init; } = [];

    public People Authors { get; init; } = People.None;

    public People Maintainers { get; init; } = People.None;

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<string> Classifiers { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Urls { get; init; } = [];

    public IReadOnlyList<EntryPointGroup> EntryPoints { get; init; } = [];

    public IReadOnlyList<string> Requirements { get; init; } = [];

    public IReadOnlyList<string> Extras { get; init; } = [];

    /// <summary>Null if not declared; an empty list means that nothing can be imported.</summary>
    public IReadOnlyList<string>? ImportNames { get; init; }

    public IReadOnlyList<string> ImportNamespaces { get; init; } = [];

    /// <summary>The name and version as spelled in file names.</summary>
    public string Stem => $"{ProjectName.InFileName(Name)}-{Version}";
}

using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Sources;

/// <summary>Where the project's own build backend was told to look for packages.</summary>
internal sealed record SourceLayout
{
    /// <summary>The folder of the packages from the project's folder; null: <c>src</c> when it exists, otherwise the project's folder.</summary>
    public string? Root { get; init; }

    /// <summary>Import paths with <c>/</c>; empty: found by name.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>The key that says so.</summary>
    public TomlNode? Key { get; init; }

    /// <summary>Whether everything under <c>src</c> is shipped, as setuptools does, or only what is named like the project.</summary>
    public bool TakesAllUnderSrc { get; init; }
}

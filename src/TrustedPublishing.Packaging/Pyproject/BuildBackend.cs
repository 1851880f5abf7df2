namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>A build backend whose static, pure-Python projects can be packed without it.</summary>
/// <param name="Name">The value of <c>build-system.build-backend</c>.</param>
/// <param name="Requirements">What <c>build-system.requires</c> may hold, normalised.</param>
/// <param name="Table">The backend's table below <c>tool</c>.</param>
/// <param name="Watched">The keys of that table that are about building; null: all.</param>
/// <param name="Followed">What this packager follows or what makes no difference: dotted keys below the table.</param>
internal sealed record BuildBackend(string Name, string[] Requirements, string[] Table, string[]? Watched, string[] Followed)
{
    public static readonly BuildBackend Setuptools = new(
        "setuptools.build_meta",
        ["setuptools", "wheel"],
        ["setuptools"],
        null,
        ["packages", "packages.find.where", "package-dir", "py-modules", "package-data", "include-package-data", "zip-safe", "platforms", "dynamic.version"]);

    /// <summary>The backends in the order in which messages name them.</summary>
    public static readonly IReadOnlyList<BuildBackend> All =
    [
        Setuptools,
        new("hatchling.build", ["hatchling"], ["hatch"], ["build", "metadata"], ["build.targets.wheel.packages", "metadata.allow-direct-references"]),
        new("flit_core.buildapi", ["flit-core"], ["flit"], null, ["module.name"]),
        new("poetry.core.masonry.api", ["poetry-core"], ["poetry"], ["packages", "include", "exclude", "build", "plugins"], []),
        new("pdm.backend", ["pdm-backend"], ["pdm"], ["build"], []),
        new("uv_build", ["uv-build"], ["uv", "build-backend"], null, ["module-name", "module-root"]),
    ];
}

using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>A build backend whose static, pure-Python projects can be packed without running it.</summary>
internal sealed record BuildBackend
{
    /// <summary>The value of <c>build-system.build-backend</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The packages that <c>build-system.requires</c> may contain, normalised.</summary>
    public required string[] Requirements { get; init; }

    /// <summary>Further packages that it may contain if the version is already known, because they only compute the version.</summary>
    public string[] VersionPlugins { get; init; } = [];

    /// <summary>Further packages that it may contain if no metadata field remains to be computed.</summary>
    public string[] MetadataPlugins { get; init; } = [];

    /// <summary>The backend's table below <c>tool</c>.</summary>
    public required string[] Table { get; init; }

    /// <summary>The keys of that table that concern building; null: all.</summary>
    public string[]? Watched { get; init; }

    /// <summary>The keys below the table, dotted, that are supported here or make no difference.</summary>
    public required string[] Followed { get; init; }

    /// <summary>Files next to <c>pyproject.toml</c> that the backend would run or read settings from.</summary>
    public string[] OwnFiles { get; init; } = [];

    public LicensePolicy License { get; init; } = new();

    /// <summary>Completes the <c>[project]</c> table with values from the backend's own settings.</summary>
    public Action<ProjectTable, ProjectTree, TomlNode?, FindingList> Complete { get; init; } = (_, _, _, _) => { };

    /// <summary>Selects the files.</summary>
    public required Func<ProjectTree, TomlNode?, StaticProject, FindingList, Selection> Select { get; init; }

    /// <summary>The backend's own table; null if the file has none.</summary>
    public TomlNode? TableOf(TomlNode root) => Table.Aggregate(root.Find("tool"), (node, key) => node?.Find(key));

    public static readonly BuildBackend Setuptools = new()
    {
        Name = "setuptools.build_meta",
        Requirements = ["setuptools", "wheel", "tomli", "packaging"],
        VersionPlugins = ["setuptools-scm"],
        Table = ["setuptools"],
        Followed =
        [
            "packages.find.where", "packages.find.include", "packages.find.exclude", "packages.find.namespaces", "package-dir", "py-modules",
            "package-data", "exclude-package-data", "include-package-data", "data-files", "license-files", "platforms", "zip-safe", "dynamic",
        ],
        License = new() { Rules = GlobRules.Sets | GlobRules.SkipsHidden },
        Complete = SetuptoolsDynamic.Complete,
        Select = SetuptoolsFiles.Select,
    };

    /// <summary>The backends in the order in which messages name them.</summary>
    public static readonly IReadOnlyList<BuildBackend> All =
    [
        Setuptools,
        new()
        {
            Name = "hatchling.build",
            Requirements = ["hatchling"],
            VersionPlugins = ["hatch-vcs", "hatch-nodejs-version", "versioningit"],
            MetadataPlugins = ["hatch-fancy-pypi-readme", "hatch-requirements-txt"],
            Table = ["hatch"],
            Watched = ["build", "metadata"],
            Followed = HatchKeys.Followed,
            OwnFiles = ["hatch.toml"],
            License = new() { Rules = GlobRules.Sets | GlobRules.SkipsHidden | GlobRules.SingleFolder, TakesTableOfFiles = true, TakesClassifiers = true },
            Complete = HatchDynamic.Complete,
            Select = HatchFiles.Select,
        },
        new()
        {
            Name = "flit_core.buildapi",
            Requirements = ["flit-core"],
            Table = ["flit"],
            Followed = ["module.name", "sdist.include", "sdist.exclude", "external-data.directory"],
            License = new() { ShipsTableFile = true, WritesTableText = false },
            Complete = FlitDynamic.Complete,
            Select = FlitFiles.Select,
        },
        new()
        {
            Name = "poetry.core.masonry.api",
            Requirements = ["poetry-core"],
            Table = ["poetry"],
            Watched = ["packages", "include", "exclude", "build"],
            Followed = ["packages", "include", "exclude"],
            License = new() { Usual = ["LICEN[CS]E*", "COPYING*", "NOTICE*", "AUTHORS*", "LICENSES/**/*"], ShipsTableFile = true, TakesClassifiers = true },
            Complete = PoetryTable.Complete,
            Select = PoetryFiles.Select,
        },
        new()
        {
            Name = "pdm.backend",
            Requirements = ["pdm-backend"],
            Table = ["pdm"],
            Watched = ["build"],
            Followed = ["build.includes", "build.excludes", "build.source-includes", "build.package-dir", "build.editable-backend", "build.wheel-data"],
            OwnFiles = ["pdm_build.py"],
            License = new() { Usual = ["LICEN[CS]E*", "COPYING*", "NOTICE*"], ListsUsual = false, ShipsTableFile = true, LooksBesideTableFile = false },
            Complete = PdmDynamic.Complete,
            Select = PdmFiles.Select,
        },
        new()
        {
            Name = "uv_build",
            Requirements = ["uv-build"],
            Table = ["uv", "build-backend"],
            Followed = ["module-name", "module-root", "source-include", "source-exclude", "wheel-exclude", "default-excludes", "namespace", "data"],
            License = new() { Usual = [], TakesClassifiers = true },
            Complete = UvTable.Complete,
            Select = UvFiles.Select,
        },
    ];
}
